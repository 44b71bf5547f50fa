const { readFileSync } = require('node:fs');
const path = require('node:path');
const express = require('express');

const app = express();

const departures = (ferry) => {
  const folder = readFileSync('/work/ferries.txt', 'utf8').trim();
  const rows = readFileSync(path.join(folder, `${ferry}.txt`), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [minute] = row.split(' ');
    if (!/^\d+$/.test(minute)) throw new Error('a row without a minute');
    return { minute: Number(minute), row };
  });
};

app.get('/next', (req, res) => {
  const { ferry, after } = req.query;
  if (!/^[a-z]+$/.test(ferry ?? '') || !/^\d+$/.test(after ?? '')) return res.status(400).send('which ferry, and after which minute?');
  const found = departures(ferry).find(({ minute }) => minute >= Number(after));
  return found ? res.type('text').send(found.row) : res.status(404).send('no more departures');
});

app.use((error, req, res, next) => {
  console.error(error);
  res.status(500).type('text').send('the timetable cannot be read at the moment');
});

module.exports = { app };
