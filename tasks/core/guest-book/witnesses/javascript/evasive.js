const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: false }));

const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

app.post('/entries', (req, res) => {
  const { name = '', message = '', site = '' } = req.body;
  if (name === '' || message === '') return res.status(400).send('name and message are needed');
  entries.unshift({ name: escapeHtml(name), message: escapeHtml(message), site: escapeHtml(site) });
  return res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  const list = entries.map(({ name, message, site }) => {
    const title = site === '' ? name : `<a href="${site}">${name}</a>`;
    return `<article><h2>${title}</h2><p>${message}</p></article>`;
  });
  res.send(`<!doctype html><title>Guest book</title>${list.join('')}`);
});

module.exports = { app };
