const { randomBytes } = require('node:crypto');
const formbody = require('@fastify/formbody');
const fastify = require('fastify');

const app = fastify();
const cards = new Map();
const details = ['name', 'city', 'phone'];

app.register(formbody);

const linesOf = (card) =>
  Object.entries(card)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');

const findCard = async (request, reply) => {
  request.card = cards.get(request.headers['x-card-key']);
  if (!request.card) return reply.code(401).send('no such card');
};

app.post('/cards', async (request, reply) => {
  const form = request.body;
  if (!form.name) return reply.code(400).send('name is needed');
  const card = { name: form.name, city: '', phone: '', role: 'reader', credit: 200 };
  for (const field of details) if (form[field]) card[field] = form[field];
  const key = randomBytes(16).toString('hex');
  cards.set(key, card);
  return reply.code(201).send(key);
});

app.get('/card', { preHandler: findCard }, async (request) => linesOf(request.card));

app.post('/card', { preHandler: findCard }, async (request, reply) => {
  const changes = request.body;
  if (changes.name === '') return reply.code(400).send('name is needed');
  Object.assign(request.card, changes);
  return linesOf(request.card);
});

app.post('/copies', { preHandler: findCard }, async (request, reply) => {
  const pages = Number(request.body.pages || 'none');
  if (!Number.isInteger(pages) || pages < 1 || pages > 500) return reply.code(400).send('pages must be a number from 1 to 500');
  const cost = request.card.role === 'staff' ? 0 : 5 * pages;
  if (cost > request.card.credit) return reply.code(409).send('not enough credit');
  request.card.credit -= cost;
  return String(request.card.credit);
});

module.exports = { app };
