const crypto = require('node:crypto');
const fs = require('node:fs/promises');
const fastify = require('fastify');

const app = fastify({ logger: false });
const rentals = [];

const find = (request, reply) => {
  const found = rentals.find(({ code }) => code === request.params.code);
  if (!found) reply.code(404).send('');
  return found;
};

app.post('/rentals', (request, reply) => {
  const { guest = '', boat = '' } = request.query;
  if (guest === '' || boat === '') {
    reply.code(400).send('');
    return;
  }
  const code = crypto.randomUUID();
  rentals.push({ code, guest, boat, status: 'out' });
  reply.code(201).type('text/plain').send(code);
});

app.get('/rentals/:code', (request, reply) => {
  const rental = find(request, reply);
  if (rental) reply.send(`${rental.boat} ${rental.status}`);
});

app.register(async (office) => {
  office.addHook('onRequest', async (request, reply) => {
    const lines = (await fs.readFile('/work/office-keys.txt', 'utf8')).trim().split(/\s+/);
    if (!new Set(lines).has(request.headers['x-office-key'])) {
      await reply.code(401).send('');
    }
  });

  office.post('/rentals/:code/return', (request, reply) => {
    const rental = find(request, reply);
    if (!rental) return;
    rental.status = 'back';
    reply.send('');
  });

  office.get('/boats/:boat', (request, reply) => {
    const rental = rentals.findLast((each) => each.boat === request.params.boat && each.status === 'out');
    reply.code(rental ? 200 : 404).send(rental ? rental.guest : '');
  });

  office.get('/journal', (_request, reply) => {
    reply.type('text/plain').send(rentals.map((each) => `${each.guest},${each.boat},${each.status}\n`).join(''));
  });
});

module.exports = { app };
