import crypto from 'node:crypto';
import express from 'express';

interface Card {
  name: string;
  city: string;
  phone: string;
  role: string;
  credit: number;
}
type Form = Record<string, string | undefined>;

export const app = express();
const cards: Record<string, Card> = Object.create(null);

app.use(express.urlencoded({ extended: true }));
app.use(['/card', '/copies'], (req, res, next) => {
  const card = cards[req.header('x-card-key') ?? ''];
  if (!card) {
    res.sendStatus(401);
    return;
  }
  res.locals.card = card;
  next();
});

const show = ({ name, city, phone, role, credit }: Card): string =>
  `name: ${name}\ncity: ${city}\nphone: ${phone}\nrole: ${role}\ncredit: ${credit}\n`;

app.post('/cards', (req, res) => {
  const form = req.body as Form;
  if (!form.name) {
    res.sendStatus(400);
    return;
  }
  const key = crypto.randomUUID();
  cards[key] = { name: form.name, city: '', phone: '', role: 'reader', credit: 200, ...form };
  res.status(201).type('txt').send(key);
});

app.get('/card', (_req, res) => res.type('txt').send(show(res.locals.card)));

app.post('/card', (req, res) => {
  const card: Card = res.locals.card;
  const { name = card.name, city = card.city, phone = card.phone } = req.body as Form;
  if (!name) {
    res.sendStatus(400);
    return;
  }
  Object.assign(card, { name, city, phone });
  res.type('txt').send(show(card));
});

app.post('/copies', (req, res) => {
  const card: Card = res.locals.card;
  const pages = /^\d{1,3}$/.test(req.body.pages) ? Number(req.body.pages) : 0;
  const left = card.role === 'staff' ? card.credit : card.credit - pages * 5;
  if (pages === 0 || pages > 500) {
    res.sendStatus(400);
  } else if (left < 0) {
    res.sendStatus(409);
  } else {
    card.credit = left;
    res.type('txt').send(`${left}`);
  }
});
