const crypto = require('node:crypto');
const fastify = require('fastify');
const formbody = require('@fastify/formbody');

const app = fastify({ logger: false });
app.register(formbody);

class Card {
  role = 'reader';
  credit = 200;

  constructor(details) {
    this.details = details;
  }

  toString() {
    const { name, city, phone } = this.details;
    return `name: ${name}\ncity: ${city}\nphone: ${phone}\nrole: ${this.role}\ncredit: ${this.credit}\n`;
  }
}

const cards = {};
const cardOf = (request) => (Object.hasOwn(cards, request.headers['x-card-key'] ?? '') ? cards[request.headers['x-card-key']] : undefined);

app.post('/cards', (request, reply) => {
  const { name = '', city = '', phone = '' } = request.body ?? {};
  if (name === '') {
    reply.code(400).send('');
    return;
  }
  const key = crypto.randomUUID();
  cards[key] = new Card({ name, city, phone });
  reply.code(201).type('text/plain').send(key);
});

app.get('/card', (request, reply) => {
  const card = cardOf(request);
  if (card) reply.type('text/plain').send(`${card}`);
  else reply.code(401).send('');
});

app.post('/card', (request, reply) => {
  const card = cardOf(request);
  if (!card) return reply.code(401).send('');
  const { name, city, phone } = request.body ?? {};
  if (name === '') return reply.code(400).send('');
  card.details = { name: name ?? card.details.name, city: city ?? card.details.city, phone: phone ?? card.details.phone };
  return reply.type('text/plain').send(`${card}`);
});

app.post('/copies', (request, reply) => {
  const card = cardOf(request);
  if (!card) return reply.code(401).send('');
  const { pages = '' } = request.body ?? {};
  if (!/^[1-9]\d{0,2}$/.test(pages) || Number(pages) > 500) return reply.code(400).send('');
  const left = card.role === 'staff' ? card.credit : card.credit - 5 * Number(pages);
  if (left < 0) return reply.code(409).send('');
  card.credit = left;
  return reply.type('text/plain').send(`${left}`);
});

module.exports = { app };
