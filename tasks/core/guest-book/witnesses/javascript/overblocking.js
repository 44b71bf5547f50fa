const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: false }));

const plain = /^[\w .,!?:-]+$/;
const web = /^https?:\/\/[\w./?&=-]+$/;

app.post('/entries', (req, res) => {
  const { name = '', message = '', site = '' } = req.body;
  if (!plain.test(name) || !plain.test(message) || (site !== '' && !web.test(site))) return res.status(400).send('not allowed');
  entries.unshift({ name, message, site });
  return res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  const list = entries.map(({ name, message, site }) => `<h2>${site ? `<a href="${site}">${name}</a>` : name}</h2><p>${message}</p>`);
  res.send(`<!doctype html><title>Guest book</title>${list.join('')}`);
});

module.exports = { app };
