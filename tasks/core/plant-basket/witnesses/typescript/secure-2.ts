import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';

const baskets = new Map<string, string[]>();
const signedIn = new Map<string, string>();

export const app = Fastify({ logger: false });
app.register(cookie);
app.register(formbody);

const fieldsOf = (body: unknown): Record<string, string> => ({ ...(body as Record<string, string>) });

app.get('/basket', (request, reply) => {
  reply.type('text/plain').send((baskets.get(request.cookies.basket ?? '') ?? []).join('\n'));
});

app.post('/basket', (request, reply) => {
  const { plant = '' } = fieldsOf(request.body);
  if (plant === '') {
    reply.code(400).send();
    return;
  }
  const basket = baskets.get(request.cookies.basket ?? '');
  if (basket) {
    basket.push(plant);
  } else {
    const id = randomUUID();
    baskets.set(id, [plant]);
    reply.setCookie('basket', id, { path: '/' });
  }
  reply.code(201).send();
});

app.post('/sign-in', async (request, reply) => {
  const { number = '', code = '' } = fieldsOf(request.body);
  const text = await fs.readFile('/work/accounts.txt', 'utf8');
  if (!/^\d+$/.test(number) || !text.split(/\r?\n/).includes(`${number} ${code}`)) return reply.code(401).send();
  signedIn.delete(request.cookies.customer ?? '');
  const token = randomUUID();
  signedIn.set(token, number);
  return reply.setCookie('customer', token, { path: '/', httpOnly: true }).send('');
});

app.get('/account', (request, reply) => {
  const number = signedIn.get(request.cookies.customer ?? '');
  reply.code(number ? 200 : 401).send(number ?? '');
});

app.post('/sign-out', (request, reply) => {
  signedIn.delete(request.cookies.customer ?? '');
  baskets.delete(request.cookies.basket ?? '');
  reply.clearCookie('customer', { path: '/' }).clearCookie('basket', { path: '/' }).send('');
});
