const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: false }));

// Every character that isn't a letter, a digit or a blank leaves as a numeric reference.
const text = (value) => Array.from(value, (c) => (/[\p{L}\p{N} ]/u.test(c) ? c : `&#${c.codePointAt(0)};`)).join('');

app.post('/entries', (req, res) => {
  const { name, message, site } = req.body;
  if (!name || !message) {
    res.status(400).end();
    return;
  }
  entries.push({ name: String(name), message: String(message), site: /^https?:\/\//i.test(site) ? String(site) : null });
  res.status(201).end();
});

app.get('/', (req, res) => {
  let html = '<!doctype html><html><head><title>Guest book</title></head><body>';
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries.at(i);
    html += '<section><h2>';
    html += entry.site === null ? text(entry.name) : `<a href="${text(entry.site)}">${text(entry.name)}</a>`;
    html += `</h2><p>${text(entry.message)}</p></section>`;
  }
  res.send(`${html}</body></html>`);
});

module.exports = { app };
