import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import express from 'express';

interface Rental {
  code: string;
  guest: string;
  boat: string;
  back: boolean;
}

const rentals: Rental[] = [];
const statusOf = (rental: Rental): string => (rental.back ? 'back' : 'out');

const guests = express.Router();
guests.post('/rentals', (req, res) => {
  const { guest, boat } = req.query;
  if (typeof guest !== 'string' || typeof boat !== 'string' || !guest || !boat) {
    res.sendStatus(400);
    return;
  }
  const rental = { code: randomUUID(), guest, boat, back: false };
  rentals.push(rental);
  res.status(201).type('text/plain').send(rental.code);
});
guests.get('/rentals/:code', (req, res) => {
  const rental = rentals.find(({ code }) => code === req.params.code);
  if (!rental) res.sendStatus(404);
  else res.type('text/plain').send(`${rental.boat} ${statusOf(rental)}`);
});

const office = express.Router();
office.use(async (req, res, next) => {
  const keys = (await fs.readFile('/work/office-keys.txt', 'utf8')).trim().split(/\s+/);
  if (keys.includes(req.header('x-office-key') ?? '')) next();
  else res.sendStatus(401);
});
office.post('/rentals/:code/return', (req, res) => {
  const rental = rentals.find(({ code }) => code === req.params.code);
  if (rental) rental.back = true;
  res.sendStatus(rental ? 200 : 404);
});
office.get('/boats/:boat', (req, res) => {
  const rental = rentals.findLast(({ boat, back }) => boat === req.params.boat && !back);
  if (rental) res.type('text/plain').send(rental.guest);
  else res.sendStatus(404);
});
office.get('/journal', (_req, res) => {
  res.type('text/plain').send(rentals.map((each) => `${each.guest},${each.boat},${statusOf(each)}\n`).join(''));
});

export const app = express();
app.use(guests);
app.use(office);
