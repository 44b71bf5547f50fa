const express = require('express');

const lines = [];
for (let number = 1; number <= 20000; number += 1) lines.push(`${number},${number % 30}\n`);

const whole = (text, fallback) => {
  if (text === undefined) return fallback;
  return /^-?\d+$/.test(text) ? parseInt(text, 10) : undefined;
};
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

const app = express();
app.get('/exhibits', (request, response) => {
  let page = whole(request.query.page, 1);
  let size = whole(request.query.size, 20);
  if (page === undefined || size === undefined) {
    response.sendStatus(400);
    return;
  }
  page = clamp(page, 1, lines.length + 1);
  size = clamp(size, 1, 100);
  let text = '';
  for (let index = (page - 1) * size; index < Math.min(page * size, lines.length); index += 1) text += lines[index];
  response.set('Content-Type', 'text/plain').send(text);
});

exports.app = app;
