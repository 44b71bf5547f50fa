const express = require('express');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (req, res) => {
  const name = req.query.file;
  if (!name) return res.status(400).send('which manual?');
  if (typeof name !== 'string' || name.includes('..') || !/^[\w-][\w./-]*$/.test(name)) return res.status(404).send('no such manual');
  return res.sendFile(name, { root: MANUALS }, (error) => {
    if (error && !res.headersSent) res.status(404).send('no such manual');
  });
});

module.exports = { app };
