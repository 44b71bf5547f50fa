import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';

export const app = Fastify();
const visits = new Map<string, string>();

app.register(cookie);

const nameOf = async (card: string): Promise<string | undefined> => {
  const lines = (await readFile('/work/cards.txt', 'utf8')).split('\n');
  const line = lines.find((each) => card !== '' && each.startsWith(`${card} `));
  return line?.slice(card.length + 1);
};

app.post<{ Body: string }>('/sign-in', async (request, reply) => {
  const name = await nameOf(String(request.body ?? '').trim());
  if (name === undefined) return reply.code(403).send('no such card');
  const visit = randomBytes(32).toString('hex');
  visits.set(visit, name);
  return reply.setCookie('visit', visit, { path: '/', httpOnly: true, sameSite: 'lax' }).send('welcome');
});

app.get('/desk', async (request, reply) => {
  const name = visits.get(request.cookies.visit ?? '');
  return name ?? reply.code(401).send('who are you?');
});

app.post('/sign-out', async (request, reply) => {
  visits.delete(request.cookies.visit ?? '');
  return reply.clearCookie('visit', { path: '/' }).send('goodbye');
});
