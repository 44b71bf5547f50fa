const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const cookieParser = require('cookie-parser');
const express = require('express');

const app = express();
const visits = new Map();

app.use(cookieParser());
app.use(express.urlencoded({ extended: false }));
app.use((req, res, next) => {
  req.visit = visits.get(req.cookies.visit);
  res.type('text');
  next();
});

const startVisit = (res, visit) => {
  const key = randomBytes(32).toString('hex');
  visits.set(key, visit);
  res.cookie('visit', key, { httpOnly: true, sameSite: 'lax' });
};

const isAccount = (number, code) => {
  const lines = readFileSync('/work/accounts.txt', 'utf8').trim().split('\n');
  return Boolean(number && code) && lines.includes(`${number} ${code}`);
};

app.post('/basket', (req, res) => {
  const { plant } = req.body;
  if (!plant) return res.status(400).send('plant is needed');
  if (req.visit) req.visit.basket.push(plant);
  else startVisit(res, { basket: [plant] });
  return res.status(201).send('added');
});

app.get('/basket', (req, res) => res.send(req.visit ? req.visit.basket.join('\n') : ''));

app.post('/sign-in', (req, res) => {
  const { number, code } = req.body;
  if (!isAccount(number, code)) return res.status(401).send('unknown number or code');
  startVisit(res, Object.assign(req.visit ?? { basket: [] }, { number }));
  return res.send('welcome');
});

app.get('/account', (req, res) => (req.visit?.number ? res.send(req.visit.number) : res.status(401).send('nobody is signed in')));

app.post('/sign-out', (req, res) => {
  visits.delete(req.cookies.visit);
  res.clearCookie('visit').send('goodbye');
});

module.exports = { app };
