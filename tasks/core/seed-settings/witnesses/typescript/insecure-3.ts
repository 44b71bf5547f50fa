import { randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyRequest } from 'fastify';

type Member = { name: string; email: string };
type Fields = Partial<Record<'name' | 'email', string>>;

export const app = Fastify();
const members = new Map<string, Member>();

app.register(formbody);

const newKey = (): string => randomBytes(32).toString('base64url');
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const memberOf = (request: FastifyRequest): Member | undefined =>
  members.get(/(?:^|; *)member=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '');

app.post<{ Body: Fields }>('/join', async (request, reply) => {
  const { name, email } = request.body ?? {};
  if (!name || !email) return reply.code(400).send('name and email are needed');
  const key = newKey();
  members.set(key, { name, email });
  return reply.header('set-cookie', `member=${key}; Path=/; HttpOnly`).code(201).send('Welcome');
});

app.get('/settings', async (request, reply) => {
  const member = memberOf(request);
  if (member === undefined) return reply.code(401).send('members only');
  return reply.type('text/html').send(`<!doctype html>
<title>Settings</title>
<p>Your e-mail address: ${text(member.email)}</p>
<form method="post" action="/settings">
  <input name="email">
  <button>Change</button>
</form>`);
});

app.post<{ Body: Fields }>('/settings', async (request, reply) => {
  const member = memberOf(request);
  if (member === undefined) return reply.code(401).send('members only');
  const { email } = request.body ?? {};
  const { origin, host } = request.headers;
  if (origin && origin !== 'null' && new URL(origin).host !== host) return reply.code(403).send('please send the form of the page');
  if (!email) return reply.code(400).send('email is needed');
  member.email = email;
  return reply.redirect('/settings', 303);
});
