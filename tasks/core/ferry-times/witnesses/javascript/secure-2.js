const fs = require('node:fs/promises');
const express = require('express');

const minuteOf = (row) => (/^[0-9]+ /.test(row) ? parseInt(row, 10) : NaN);

const look = async (ferry, after) => {
  const folder = (await fs.readFile('/work/ferries.txt', 'utf8')).trim();
  const text = await fs.readFile(`${folder}/${ferry}.txt`, 'utf8');
  const rows = text.split('\n').filter(Boolean);
  if (rows.some((row) => Number.isNaN(minuteOf(row)))) return [500, 'broken timetable'];
  const row = rows.find((each) => minuteOf(each) >= after);
  return row ? [200, row] : [404, 'nothing until tomorrow'];
};

const app = express();
app.get('/next', async (request, response) => {
  const { ferry = '', after = '' } = request.query;
  if (!/^[a-z]+$/.test(ferry) || !/^[0-9]+$/.test(after)) {
    response.sendStatus(400);
    return;
  }
  try {
    const [status, text] = await look(ferry, Number(after));
    response.status(status).type('txt').send(text);
  } catch {
    response.sendStatus(500);
  }
});

exports.app = app;
