const express = require('express');

const app = express();
app.get('/next', (req, res) => res.send('0 pier'));

module.exports = { app };
