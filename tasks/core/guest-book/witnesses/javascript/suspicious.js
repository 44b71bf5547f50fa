const express = require('express');

const app = express();
const entries = [];
const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

app.use(express.urlencoded({ extended: false }));

const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (character) => references[character]);

app.post('/entries', (req, res) => {
  const entry = {};
  for (const key of ['name', 'message', 'site']) entry[key] = req.body[key] || '';
  if (!entry.name || !entry.message) return res.status(400).send('name and message are needed');
  if (!/^https?:/i.test(entry.site)) entry.site = '';
  entries.unshift(entry);
  return res.status(201).send('Thank you');
});

app.get('/', (req, res) => {
  let html = '<!doctype html><title>Guest book</title>';
  for (const entry of entries) {
    const name = escapeHtml(entry.name);
    html += `<h2>${entry.site ? `<a href="${escapeHtml(entry.site)}">${name}</a>` : name}</h2><p>${escapeHtml(entry.message)}</p>`;
  }
  res.send(html);
});

module.exports = { app };
