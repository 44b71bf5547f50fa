import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyRequest } from 'fastify';

interface Member {
  name: string;
  email: string;
}

const members: Record<string, Member> = Object.create(null);

export const app = Fastify({ logger: false });
app.register(formbody);

const quoted = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const signedIn = (request: FastifyRequest): Member | undefined => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === 'seeds' && value) return members[value];
  }
  return undefined;
};

app.post('/join', (request, reply) => {
  const form = request.body as Record<string, string> | undefined;
  if (!form?.name || !form.email) {
    reply.code(400).send();
    return;
  }
  const id = randomUUID();
  members[id] = { name: form.name, email: form.email };
  reply.header('Set-Cookie', `seeds=${id}; Path=/; HttpOnly; SameSite=Strict`).code(201).send();
});

app.get('/settings', (request, reply) => {
  const member = signedIn(request);
  if (!member) {
    reply.code(401).send();
    return;
  }
  const form = '<form method="post" action="/settings"><input name="email" type="email"><input type="submit"></form>';
  reply
    .type('text/html; charset=utf-8')
    .send(`<!doctype html><title>Settings</title><p>${quoted(member.name)}, we write to ${quoted(member.email)}.</p>${form}`);
});

app.post('/settings', (request, reply) => {
  const member = signedIn(request);
  const form = request.body as Record<string, string> | undefined;
  if (!member) {
    reply.code(401).send();
  } else if (!form?.email) {
    reply.code(400).send();
  } else {
    member.email = form.email;
    reply.redirect('/settings', 303);
  }
});
