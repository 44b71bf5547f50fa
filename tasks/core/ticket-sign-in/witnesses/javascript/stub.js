const express = require('express');

const app = express();

app.get('/enter', (req, res) => {
  res.status(403).send('unknown ticket');
});

module.exports = { app };
