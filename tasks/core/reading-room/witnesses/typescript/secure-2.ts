import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fastify, { type FastifyRequest } from 'fastify';

const present: { key: string; name: string }[] = [];

const keyOf = (request: FastifyRequest): string => /(?:^|;\s*)visit=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';

const readers = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const line of readFileSync('/work/cards.txt', 'utf8').split('\n')) {
    const [card, ...names] = line.split(' ');
    if (names.length > 0) found.set(card, names.join(' '));
  }
  return found;
};

export const app = fastify();

app.post('/sign-in', (request, reply) => {
  const name = readers().get(request.body as string);
  if (name === undefined) return reply.status(403).send('no such card');
  const key = randomUUID();
  present.push({ key, name });
  return reply.header('Set-Cookie', `visit=${key}; Path=/; Secure; HttpOnly`).send('come in');
});

app.get('/desk', (request, reply) => {
  const found = present.find(({ key }) => key === keyOf(request));
  return found ? reply.send(found.name) : reply.status(401).send('sign in first');
});

app.post('/sign-out', (request, reply) => {
  const at = present.findIndex(({ key }) => key === keyOf(request));
  if (at >= 0) present.splice(at, 1);
  return reply.send('see you');
});
