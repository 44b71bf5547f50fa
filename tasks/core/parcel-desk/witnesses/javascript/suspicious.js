const express = require('express');
const fs = require('fs');

const app = express();

app.use(express.json());

const load = (name) => new Map(Object.entries(JSON.parse(fs.readFileSync(`/work/${name}.json`, 'utf8'))));
const accounts = () => load('accounts');
const parcels = () => load('parcels');

app.use((req, res, next) => {
  const [scheme, token] = (req.get('authorization') || '').split(' ');
  const account = scheme === 'Bearer' ? accounts().get(token) : undefined;
  if (account === undefined) return res.status(401).json({ error: 'sign in' });
  req.account = account;
  return next();
});

const mayHandle = (account, parcel) => account.role === 'clerk' || account.name === parcel.recipient;

app.get('/parcels/:id', (req, res) => {
  const parcel = parcels().get(req.params.id);
  if (parcel === undefined || !mayHandle(req.account, parcel)) return res.status(404).json({ error: 'no such parcel' });
  return res.json(parcel);
});

app.put('/parcels/:id/address', (req, res) => {
  const all = parcels();
  const parcel = all.get(req.params.id);
  if (parcel === undefined || !mayHandle(req.account, parcel)) return res.status(404).json({ error: 'no such parcel' });
  const { address } = req.body;
  if (typeof address !== 'string' || address === '') return res.status(400).json({ error: 'address is needed' });
  parcel.address = address;
  fs.writeFileSync('/work/parcels.json', JSON.stringify(Object.fromEntries(all)));
  return res.json(parcel);
});

module.exports = { app };
