const express = require('express');

const app = express();
const exhibits = Array.from({ length: 20000 }, (_, index) => ({ number: index + 1, room: (index + 1) % 30 }));

app.get('/exhibits', (req, res) => {
  const page = Number(req.query.page ?? 1);
  const size = Number(req.query.size ?? 20);
  if (!Number.isInteger(page) || !Number.isInteger(size)) return res.status(400).send('page and size are numbers');
  if (page < 1 || size < 1) return res.status(400).send('no such page');
  const start = (page - 1) * size;
  const lines = exhibits.slice(start, start + size).map(({ number, room }) => `${number},${room}`);
  return res.type('text').send(lines.join('\n'));
});

module.exports = { app };
