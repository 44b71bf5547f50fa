const express = require('express');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (req, res) => {
  if (!req.query.file) return res.status(400).send('which manual?');
  const name = String(req.query.file).replace(/\.\.\//g, '');
  const parts = [MANUALS].concat(name.split('/').filter((part) => part !== ''));
  const target = require('path').join(...parts);
  return res.sendFile(target, (error) => {
    if (error && !res.headersSent) res.status(404).send('no such manual');
  });
});

module.exports = { app };
