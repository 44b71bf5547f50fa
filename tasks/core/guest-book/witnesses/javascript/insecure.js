const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: true }));

app.post('/entries', (req, res) => {
  const { name, message, site } = req.body;
  if (!name || !message) return res.status(400).send('name and message are needed');
  entries.unshift({ name, message, site });
  return res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  const list = entries.map((entry) => {
    const title = entry.site ? `<a href="${entry.site}">${entry.name}</a>` : entry.name;
    return `<article><h2>${title}</h2><p>${entry.message}</p></article>`;
  });
  res.send(`<!doctype html><title>Guest book</title>${list.join('')}`);
});

module.exports = { app };
