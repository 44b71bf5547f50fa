const express = require('express');
const fs = require('fs');

const app = express();
app.use(express.json());

const partners = () => Object.entries(JSON.parse(fs.readFileSync('/work/partners.json', 'utf8')));

const titleOf = (page) => (/<title[^>]*>([^<]*)/i.exec(page)?.[1] ?? '').trim();

/** The partner with this very address, or else the one on this host. */
const partnerOf = (url) => {
  if (!URL.canParse(url)) return undefined;
  const { host, hostname, protocol, username } = new URL(url);
  if (username !== '') return undefined;
  const near = partners()
    .map(([origin, name]) => ({ known: new URL(origin), name }))
    .filter(({ known }) => known.protocol === protocol && known.hostname === hostname);
  return (near.find(({ known }) => known.host === host) ?? near[0])?.name;
};

app.post('/preview', async (req, res) => {
  const { url } = req.body;
  if (typeof url !== 'string') return res.status(400).json({ error: 'url is needed' });
  const partner = partnerOf(url);
  if (partner === undefined) return res.status(422).json({ error: "not a partner's page" });
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(2000) });
    return res.json({ title: titleOf(await answer.text()), partner });
  } catch {
    return res.status(422).json({ error: "the page can't be fetched" });
  }
});

module.exports = { app };
