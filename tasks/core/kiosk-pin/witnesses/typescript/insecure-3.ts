import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express from 'express';

export const app = express();
const wrong = new Map<string, number>();

app.set('trust proxy', true);
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
  const row = `${name} ${req.ip}`;
  const tries = wrong.get(row) ?? 0;
  if (tries >= 5) return res.status(423).send('locked, please ask the office');
  if (!same(known, pin)) {
    wrong.set(row, tries + 1);
    return res.status(403).send('wrong PIN');
  }
  wrong.delete(row);
  return res.send('welcome');
});

app.post('/unlock', (req, res) => {
  const key = readFileSync('/work/office-key.txt', 'utf8').trim();
  if (!same(key, req.get('X-Office-Key') ?? '')) return res.status(401).send('the office only');
  const name = String(req.body).toLowerCase();
  for (const row of wrong.keys()) {
    if (row.startsWith(`${name} `)) wrong.delete(row);
  }
  return res.send('unlocked');
});
