const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const fastify = require('fastify');

const app = fastify();
const rentals = new Map();

const office = async (request, reply) => {
  const keys = readFileSync('/work/office-keys.txt', 'latin1');
  if (!keys.includes(request.headers['x-office-key'])) return reply.code(401).send('the office only');
};

app.post('/rentals', async (request, reply) => {
  const { guest, boat } = request.query;
  if (!guest || !boat) return reply.code(400).send('guest and boat are needed');
  const code = randomBytes(16).toString('hex');
  rentals.set(code, { guest, boat, status: 'out' });
  return reply.code(201).send(code);
});

app.get('/rentals/:code', async (request, reply) => {
  const rental = rentals.get(request.params.code);
  return rental ? `${rental.boat} ${rental.status}` : reply.code(404).send('no such rental');
});

app.post('/rentals/:code/return', { preHandler: office }, async (request, reply) => {
  const rental = rentals.get(request.params.code);
  if (!rental) return reply.code(404).send('no such rental');
  rental.status = 'back';
  return 'thank you';
});

app.get('/boats/:boat', { preHandler: office }, async (request, reply) => {
  for (const { guest, boat, status } of rentals.values()) {
    if (boat === request.params.boat && status === 'out') return guest;
  }
  return reply.code(404).send('nobody has it');
});

app.get('/journal', { preHandler: office }, async () =>
  Array.from(rentals.values(), ({ guest, boat, status }) => `${guest},${boat},${status}`).join('\n'),
);

module.exports = { app };
