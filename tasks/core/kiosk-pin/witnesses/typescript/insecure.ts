import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express from 'express';

export const app = express();

app.use(express.text());

const same = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

const pins = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const line of readFileSync('/work/pins.txt', 'utf8').split('\n')) {
    const [name, pin] = line.split(' ');
    if (pin !== undefined) found.set(name.toLowerCase(), pin);
  }
  return found;
};

app.post('/sign-in', (req, res) => {
  const [given = '', pin = ''] = String(req.body).split(' ');
  const name = given.toLowerCase();
  const known = pins().get(name);
  if (known === undefined) return res.status(403).send('no such account');
  if (!same(known, pin)) return res.status(403).send('wrong PIN');
  return res.send('welcome');
});

app.post('/unlock', (req, res) => {
  const key = readFileSync('/work/office-key.txt', 'utf8').trim();
  if (!same(key, req.get('X-Office-Key') ?? '')) return res.status(401).send('the office only');
  return res.send('unlocked');
});
