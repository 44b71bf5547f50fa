const { timingSafeEqual } = require('node:crypto');
const { readFileSync } = require('node:fs');
const fastify = require('fastify');

const app = fastify();

const same = (left, right) => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

const pins = () => {
  const lines = readFileSync('/work/pins.txt', 'utf8').split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => line.split(' ')).map(([name, pin]) => [name.toLowerCase(), pin]));
};

app.post('/sign-in', async (request, reply) => {
  const [given = '', pin = ''] = String(request.body).split(' ');
  const name = given.toLowerCase();
  const known = pins().get(name);
  if (known === undefined) return reply.code(403).send('no such account');
  if (!same(known, pin)) return reply.code(403).send('wrong PIN');
  return 'welcome';
});

app.post('/unlock', async (request, reply) => {
  const key = readFileSync('/work/office-key.txt', 'utf8').trim();
  if (!same(key, request.headers['x-office-key'] ?? '')) return reply.code(401).send('the office only');
  return 'unlocked';
});

module.exports = { app };
