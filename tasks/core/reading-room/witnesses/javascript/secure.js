const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const cookieParser = require('cookie-parser');
const express = require('express');

const app = express();
const visits = new Map();

app.use(cookieParser());
app.use(express.text());

const nameOf = (card) => {
  for (const line of readFileSync('/work/cards.txt', 'utf8').split('\n')) {
    const blank = line.indexOf(' ');
    if (blank > 0 && line.slice(0, blank) === card) return line.slice(blank + 1);
  }
  return undefined;
};

app.post('/sign-in', (req, res) => {
  const name = nameOf(String(req.body).trim());
  if (name === undefined) return res.status(403).send('no such card');
  const visit = randomBytes(32).toString('hex');
  visits.set(visit, name);
  res.cookie('visit', visit, { secure: true, httpOnly: true, sameSite: 'lax' });
  return res.type('text').send('welcome');
});

app.get('/desk', (req, res) => {
  const name = visits.get(req.cookies.visit);
  return name === undefined ? res.status(401).send('who are you?') : res.type('text').send(name);
});

app.post('/sign-out', (req, res) => {
  visits.delete(req.cookies.visit);
  res.clearCookie('visit').type('text').send('goodbye');
});

module.exports = { app };
