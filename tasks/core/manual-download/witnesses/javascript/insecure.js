const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (req, res) => {
  const { file } = req.query;
  if (!file) return res.status(400).send('which manual?');
  return fs.readFile(path.resolve(MANUALS, file), (error, content) => {
    if (error) return res.status(404).send('no such manual');
    return res.type('application/octet-stream').send(content);
  });
});

module.exports = { app };
