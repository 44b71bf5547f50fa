const express = require('express');

const app = express();
app.post('/sign-in', (req, res) => res.send('welcome'));
app.get('/desk', (req, res) => res.send('reader'));
app.post('/sign-out', (req, res) => res.status(204).end());

module.exports = { app };
