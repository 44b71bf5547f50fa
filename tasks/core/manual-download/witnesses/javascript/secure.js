const express = require('express');

const app = express();
const MANUALS = '/work/manuals';

app.get('/manuals', (request, response) => {
  const name = request.query.file;
  if (typeof name !== 'string' || name === '') return response.status(400).send('which manual?');
  return response.sendFile(name, { root: MANUALS }, (error) => {
    if (error && !response.headersSent) response.status(404).send('no such manual');
  });
});

module.exports = { app };
