const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (req, res) => {
  const name = req.query.file;
  if (typeof name !== 'string' || name === '') return res.status(400).send('which manual?');
  let target;
  try {
    target = fs.realpathSync(path.join(MANUALS, name));
    if (!target.startsWith(fs.realpathSync(MANUALS) + path.sep) || !fs.statSync(target).isFile()) throw new Error('not a manual');
  } catch {
    return res.status(404).send('no such manual');
  }
  return res.type('application/octet-stream').send(fs.readFileSync(target));
});

module.exports = { app };
