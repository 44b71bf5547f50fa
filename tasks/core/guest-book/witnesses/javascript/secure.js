const express = require('express');

const app = express();
const entries = [];

app.use(express.urlencoded({ extended: false }));

const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

const textOf = (value) => (typeof value === 'string' ? value : '');

const isWebAddress = (site) => {
  try {
    return ['http:', 'https:'].includes(new URL(site).protocol);
  } catch {
    return false;
  }
};

app.post('/entries', (request, response) => {
  const name = textOf(request.body.name);
  const message = textOf(request.body.message);
  const site = textOf(request.body.site);
  if (name === '' || message === '') return response.status(400).send('name and message are needed');
  entries.unshift({ name, message, site: isWebAddress(site) ? site : '' });
  return response.status(201).send('Thank you');
});

app.get('/', (_request, response) => {
  const articles = entries.map(({ name, message, site }) => {
    const title = site === '' ? escapeHtml(name) : `<a href="${escapeHtml(site)}">${escapeHtml(name)}</a>`;
    return `<article><h2>${title}</h2><p>${escapeHtml(message)}</p></article>`;
  });
  response.type('html').send(`<!doctype html><title>Guest book</title>${articles.join('\n')}`);
});

module.exports = { app };
