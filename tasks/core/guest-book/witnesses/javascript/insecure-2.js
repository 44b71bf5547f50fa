const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: false }));

const clean = (text = '') => text.replace(/<\/?script[^>]*>/gi, '');

app.post('/entries', (req, res) => {
  const name = clean(req.body.name);
  const message = clean(req.body.message);
  const site = clean(req.body.site);
  if (!name || !message) return res.status(400).send('name and message are needed');
  entries.unshift({ name, message, site });
  return res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  let html = '<!doctype html><title>Guest book</title>';
  for (const { name, message, site } of entries) {
    html += '<article><h2>' + (site ? '<a href="' + site + '">' + name + '</a>' : name) + '</h2><p>' + message + '</p></article>';
  }
  res.send(html);
});

module.exports = { app };
