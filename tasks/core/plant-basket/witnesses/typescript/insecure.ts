import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

type Visit = { basket: string[]; number?: string };
type Form = { plant?: string; number?: string; code?: string };

export const app = Fastify();
const visits = new Map<string, Visit>();

app.register(cookie);
app.register(formbody);

const keyOf = (request: FastifyRequest): string => request.cookies.visit ?? '';

const startVisit = (reply: FastifyReply, visit: Visit): FastifyReply => {
  const key = randomBytes(32).toString('hex');
  visits.set(key, visit);
  return reply.setCookie('visit', key, { path: '/', httpOnly: true });
};

const isAccount = ({ number, code }: Form): boolean => {
  const lines = readFileSync('/work/accounts.txt', 'utf8').trim().split('\n');
  return Boolean(number && code) && lines.includes(`${number} ${code}`);
};

app.post<{ Body: Form }>('/basket', async (request, reply) => {
  const { plant } = request.body ?? {};
  if (!plant) return reply.code(400).send('plant is needed');
  const visit = visits.get(keyOf(request));
  if (visit) visit.basket.push(plant);
  else startVisit(reply, { basket: [plant] });
  return reply.code(201).send('added');
});

app.get('/basket', async (request) => (visits.get(keyOf(request))?.basket ?? []).join('\n'));

app.post<{ Body: Form }>('/sign-in', async (request, reply) => {
  if (!isAccount(request.body ?? {})) return reply.code(401).send('unknown number or code');
  const visit = visits.get(keyOf(request));
  if (!visit) return startVisit(reply, { basket: [], number: request.body.number }).send('welcome');
  visit.number = request.body.number;
  return 'welcome';
});

app.get('/account', async (request, reply) => visits.get(keyOf(request))?.number ?? reply.code(401).send('nobody is signed in'));

app.post('/sign-out', async (request, reply) => {
  visits.delete(keyOf(request));
  return reply.clearCookie('visit', { path: '/' }).send('goodbye');
});
