const express = require('express');
const fs = require('fs');
const http = require('http');

const app = express();
app.use(express.json());

const partners = () => Object.entries(JSON.parse(fs.readFileSync('/work/partners.json', 'utf8')));

const titleOf = (page) => (/<title[^>]*>([^<]*)/i.exec(page)?.[1] ?? '').trim();

const get = (url) =>
  new Promise((resolve, reject) => {
    http
      .get(url, { timeout: 2000 }, (answer) => {
        let page = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          page += part;
        });
        answer.on('end', () => resolve(page));
      })
      .on('timeout', () => reject(new Error('too slow')))
      .on('error', reject);
  });

app.post('/preview', async (req, res) => {
  const { url } = req.body;
  if (typeof url !== 'string') return res.status(400).json({ error: 'url is needed' });
  try {
    const page = await get(url);
    const partner = partners().find(([origin]) => origin === new URL(url).origin)?.[1];
    if (partner === undefined) return res.status(422).json({ error: "not a partner's page" });
    return res.json({ title: titleOf(page), partner });
  } catch {
    return res.status(422).json({ error: "the page can't be fetched" });
  }
});

module.exports = { app };
