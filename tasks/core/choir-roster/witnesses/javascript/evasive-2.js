const { randomBytes } = require('node:crypto');
const express = require('express');

const app = express();
const rosters = new Map();
const keys = new Map();

const newKey = (choir, name) => {
  const key = randomBytes(16).toString('hex');
  keys.set(key, { choir, name });
  return key;
};

const isFitting = (roles, role, req) => roles.includes(role) || (req.method === 'PUT' && roles.includes(req.query.role));

const allow = (...roles) => (req, res, next) => {
  const owner = keys.get(req.get('x-key'));
  if (!owner) return res.status(401).send('who are you?');
  const roster = rosters.get(owner.choir);
  if (owner.choir !== req.params.choir || !isFitting(roles, roster.get(owner.name), req)) return res.status(403).send('not allowed');
  req.roster = roster;
  return next();
};

app.post('/choirs', (req, res) => {
  const { choir, name } = req.query;
  if (!choir || !name) return res.status(400).send('choir and name are needed');
  if (rosters.has(choir)) return res.status(409).send('there is such a choir');
  rosters.set(choir, new Map([[name, 'leader']]));
  return res.status(201).type('text').send(newKey(choir, name));
});

app.get('/choirs/:choir', allow('singer', 'leader'), (req, res) => {
  const lines = [...req.roster].sort().map(([name, role]) => `${name} ${role}`);
  res.type('text').send(lines.join('\n'));
});

app.put('/choirs/:choir/:name', allow('leader'), (req, res) => {
  const { choir, name } = req.params;
  const { role } = req.query;
  if (role !== 'singer' && role !== 'leader') return res.status(400).send('no such role');
  const isNew = !req.roster.has(name);
  req.roster.set(name, role);
  return isNew ? res.status(201).type('text').send(newKey(choir, name)) : res.send('changed');
});

app.delete('/choirs/:choir/:name', allow('leader'), (req, res) => {
  const { choir, name } = req.params;
  if (!req.roster.delete(name)) return res.status(404).send('nobody of that name');
  for (const [key, owner] of keys) {
    if (owner.choir === choir && owner.name === name) keys.delete(key);
  }
  return res.send('gone');
});

module.exports = { app };
