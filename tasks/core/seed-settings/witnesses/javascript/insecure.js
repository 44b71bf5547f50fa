const { randomBytes } = require('node:crypto');
const cookieParser = require('cookie-parser');
const express = require('express');

const app = express();
const members = new Map();

app.use(cookieParser());
app.use(express.urlencoded({ extended: false }));

const newKey = () => randomBytes(32).toString('hex');
const text = (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

app.post('/join', (req, res) => {
  const { name, email } = req.body;
  if (!name || !email) return res.status(400).send('name and email are needed');
  const key = newKey();
  members.set(key, { name, email });
  return res.cookie('member', key, { httpOnly: true }).status(201).send('Welcome');
});

app.use('/settings', (req, res, next) => {
  req.member = members.get(req.cookies.member);
  return req.member ? next() : res.status(401).send('members only');
});

app.get('/settings', (req, res) => {
  res.send(`<!doctype html>
<title>Settings</title>
<p>Your e-mail address: ${text(req.member.email)}</p>
<form method="post" action="/settings">
  <input name="email">
  <button>Change</button>
</form>`);
});

app.post('/settings', (req, res) => {
  const { email } = req.body;
  if (!email) return res.status(400).send('email is needed');
  req.member.email = email;
  return res.redirect(303, '/settings');
});

module.exports = { app };
