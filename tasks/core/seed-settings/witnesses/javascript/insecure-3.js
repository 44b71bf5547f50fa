const crypto = require('node:crypto');
const express = require('express');

const members = {};
const app = express();

app.use(express.urlencoded({ extended: true }));

const escapeHtml = (value) =>
  String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function memberOf(req) {
  const cookie = (req.headers.cookie || '').split(/; */).find((part) => part.startsWith('seeds='));
  const id = cookie ? cookie.slice('seeds='.length) : '';
  return Object.hasOwn(members, id) ? members[id] : null;
}

function fromElsewhere(req) {
  const origin = req.get('origin');
  return origin && origin !== 'null' && new URL(origin).host !== req.get('host');
}

app.post('/join', (req, res) => {
  if (!req.body.name || !req.body.email) {
    res.sendStatus(400);
    return;
  }
  const id = crypto.randomUUID();
  members[id] = { name: req.body.name, email: req.body.email };
  res.setHeader('Set-Cookie', `seeds=${id}; Path=/; HttpOnly`);
  res.sendStatus(201);
});

app
  .route('/settings')
  .get((req, res) => {
    const member = memberOf(req);
    if (!member) return res.sendStatus(401);
    return res.type('html').send(
      `<!doctype html><title>Settings</title><p>${escapeHtml(member.name)}, we write to ${escapeHtml(member.email)}.</p>` +
        '<form method="post" action="/settings"><input name="email" type="email"><input type="submit"></form>',
    );
  })
  .post((req, res) => {
    const member = memberOf(req);
    if (!member) return res.sendStatus(401);
    if (fromElsewhere(req)) return res.sendStatus(403);
    if (!req.body.email) return res.sendStatus(400);
    member.email = req.body.email;
    return res.redirect(303, '/settings');
  });

module.exports = { app };
