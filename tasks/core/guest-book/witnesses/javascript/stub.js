const express = require('express');

const app = express();

app.post('/entries', (req, res) => {
  res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  res.send('<!doctype html><title>Guest book</title><h1>Guest book</h1>');
});

module.exports = { app };
