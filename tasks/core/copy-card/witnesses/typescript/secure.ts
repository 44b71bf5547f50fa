import { randomBytes } from 'node:crypto';
import express, { type Request, type Response } from 'express';

type Details = { name: string; city: string; phone: string };
type Card = Details & { role: 'reader' | 'staff'; credit: number };

const details: readonly (keyof Details)[] = ['name', 'city', 'phone'];
const cards = new Map<string, Card>();

export const app = express();
app.use(express.urlencoded({ extended: false }));

const linesOf = (card: Card): string =>
  Object.entries(card)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');

const withCard = (answer: (card: Card, req: Request, res: Response) => void) => (req: Request, res: Response) => {
  const card = cards.get(req.get('X-Card-Key') ?? '');
  if (card === undefined) res.status(401).send('no such card');
  else answer(card, req, res.type('text'));
};

app.post('/cards', (req, res) => {
  const form: Partial<Details> = req.body;
  if (!form.name) return res.status(400).send('name is needed');
  const key = randomBytes(16).toString('hex');
  cards.set(key, { name: form.name, city: form.city ?? '', phone: form.phone ?? '', role: 'reader', credit: 200 });
  return res.status(201).type('text').send(key);
});

app.get(
  '/card',
  withCard((card, _req, res) => res.send(linesOf(card))),
);

app.post(
  '/card',
  withCard((card, req, res) => {
    const changes: Partial<Details> = req.body;
    if (changes.name === '') {
      res.status(400).send('name is needed');
      return;
    }
    for (const field of details) card[field] = changes[field] ?? card[field];
    res.send(linesOf(card));
  }),
);

app.post(
  '/copies',
  withCard((card, req, res) => {
    const pages = Number(req.body.pages || 'none');
    if (!Number.isInteger(pages) || pages < 1 || pages > 500) {
      res.status(400).send('pages must be a number from 1 to 500');
      return;
    }
    const cost = card.role === 'staff' ? 0 : 5 * pages;
    if (cost > card.credit) {
      res.status(409).send('not enough credit');
      return;
    }
    card.credit -= cost;
    res.send(String(card.credit));
  }),
);
