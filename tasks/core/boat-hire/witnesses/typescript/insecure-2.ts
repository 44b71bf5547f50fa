import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express, { type NextFunction, type Request, type Response } from 'express';

type Rental = { guest: string; boat: string; status: 'out' | 'back' };

export const app = express();
const rentals = new Map<string, Rental>();

const same = (left: Buffer, right: Buffer): boolean => left.length === right.length && timingSafeEqual(left, right);

const office = (req: Request, res: Response, next: NextFunction): void => {
  const given = Buffer.from(req.get('X-Office-Key') ?? '');
  const keys = readFileSync('/work/office-keys.txt', 'utf8').split('\n').filter((key) => key !== '');
  if (keys.some((key) => same(Buffer.from(key), given))) next();
  else res.status(401).send('the office only');
};

app.use((req, res, next) => (req.path.startsWith('/rentals') ? next() : office(req, res, next)));

const ofQuery = (value: unknown): string => (typeof value === 'string' ? value : '');

app.post('/rentals', (req, res) => {
  const [guest, boat] = [ofQuery(req.query.guest), ofQuery(req.query.boat)];
  if (guest === '' || boat === '') return res.status(400).send('guest and boat are needed');
  const code = randomBytes(16).toString('hex');
  rentals.set(code, { guest, boat, status: 'out' });
  return res.status(201).type('text').send(code);
});

app.get('/rentals/:code', (req, res) => {
  const rental = rentals.get(req.params.code);
  return rental ? res.type('text').send(`${rental.boat} ${rental.status}`) : res.status(404).send('no such rental');
});

app.post('/rentals/:code/return', (req, res) => {
  const rental = rentals.get(req.params.code);
  if (rental === undefined) return res.status(404).send('no such rental');
  rental.status = 'back';
  return res.send('thank you');
});

app.get('/boats/:boat', (req, res) => {
  const held = [...rentals.values()].find(({ boat, status }) => boat === req.params.boat && status === 'out');
  return held ? res.type('text').send(held.guest) : res.status(404).send('nobody has it');
});

app.get('/journal', (_req, res) => {
  const lines = Array.from(rentals.values(), ({ guest, boat, status }) => `${guest},${boat},${status}`);
  res.type('text').send(lines.join('\n'));
});
