const express = require('express');
const http = require('http');
const { readFile } = require('fs/promises');

const app = express();
app.use(express.json());

/** Connects to the partner's own origin; only path and query come from the visitor. */
const fetchPage = (origin, target) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const call = http.request({ hostname, port, path: target, timeout: 2000 }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    });
    call.on('timeout', () => call.destroy(new Error('too slow')));
    call.on('error', reject);
    call.end();
  });

app.post('/preview', async (req, res) => {
  const url = req.body.url;
  if (typeof url !== 'string') {
    res.sendStatus(400);
    return;
  }
  try {
    const wanted = new URL(url);
    const partners = new Map(Object.entries(JSON.parse(await readFile('/work/partners.json', 'utf8'))));
    const partner = partners.get(wanted.origin);
    if (partner === undefined) throw new Error("not a partner's page");
    const page = await fetchPage(wanted.origin, wanted.pathname + wanted.search);
    const start = page.indexOf('<title>');
    const end = page.indexOf('</title>');
    res.json({ title: start >= 0 && end > start ? page.slice(start + 7, end).trim() : '', partner });
  } catch (error) {
    res.status(422).json({ error: error.message });
  }
});

module.exports = { app };
