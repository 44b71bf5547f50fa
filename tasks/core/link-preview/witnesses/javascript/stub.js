const express = require('express');

const app = express();
app.use(express.json());

app.post('/preview', (req, res) => {
  if (typeof req.body.url !== 'string') return res.status(400).json({ error: 'url is needed' });
  return res.status(422).json({ error: "the page can't be fetched" });
});

module.exports = { app };
