const express = require('express');

const app = express();

app.get('/manuals', (req, res) => {
  if (!req.query.file) return res.status(400).send('which manual?');
  return res.status(404).send('no such manual');
});

module.exports = { app };
