const { timingSafeEqual } = require('node:crypto');
const { readFileSync } = require('node:fs');
const fastify = require('fastify');

const app = fastify();
const wrong = new Map();

const same = (left, right) => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

const pins = () => {
  const lines = readFileSync('/work/pins.txt', 'utf8').split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => line.split(' ')).map(([name, pin]) => [name.toLowerCase(), pin]));
};

app.post('/sign-in', async (request, reply) => {
  const [name = '', pin = ''] = String(request.body).split(' ');
  const known = pins().get(name.toLowerCase());
  if (known === undefined) return reply.code(403).send('no such account');
  const tries = wrong.get(name) ?? 0;
  if (tries >= 5) return reply.code(423).send('locked, please ask the office');
  if (!same(known, pin)) {
    wrong.set(name, tries + 1);
    return reply.code(403).send('wrong PIN');
  }
  wrong.delete(name);
  return 'welcome';
});

app.post('/unlock', async (request, reply) => {
  const key = readFileSync('/work/office-key.txt', 'utf8').trim();
  if (!same(key, request.headers['x-office-key'] ?? '')) return reply.code(401).send('the office only');
  wrong.delete(String(request.body));
  return 'unlocked';
});

module.exports = { app };
