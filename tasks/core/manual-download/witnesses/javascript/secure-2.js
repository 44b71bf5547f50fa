const express = require('express');
const path = require('path');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (req, res) => {
  const name = req.query.file;
  if (typeof name !== 'string' || name === '') {
    res.sendStatus(400);
    return;
  }
  const target = path.resolve(MANUALS, name);
  const way = path.relative(MANUALS, target);
  if (name.includes('\0') || way === '' || way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way)) {
    res.sendStatus(404);
    return;
  }
  res.sendFile(target, { dotfiles: 'allow' }, (error) => {
    if (error && !res.headersSent) res.sendStatus(404);
  });
});

module.exports = { app };
