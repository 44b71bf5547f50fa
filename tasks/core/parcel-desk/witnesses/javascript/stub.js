const express = require('express');

const app = express();

app.get('/parcels/:id', (req, res) => res.status(404).json({ error: 'no such parcel' }));
app.put('/parcels/:id/address', (req, res) => res.status(404).json({ error: 'no such parcel' }));

module.exports = { app };
