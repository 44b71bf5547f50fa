import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

type Role = 'singer' | 'leader';
type Params = { choir: string; name: string };

export const app = Fastify();
const rosters = new Map<string, Map<string, Role>>();
const keys = new Map<string, Params>();

const newKey = (choir: string, name: string): string => {
  const key = randomBytes(16).toString('hex');
  keys.set(key, { choir, name });
  return key;
};

const allow =
  (...roles: Role[]) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const owner = keys.get(String(request.headers['x-key']));
    if (owner === undefined) return reply.code(401).send('who are you?');
    const role = rosters.get(owner.choir)?.get(owner.name);
    const { choir } = request.params as Params;
    if (owner.choir !== choir || role === undefined || !roles.includes(role)) return reply.code(403).send('not allowed');
  };

app.post<{ Querystring: Partial<Params> }>('/choirs', async (request, reply) => {
  const { choir, name } = request.query;
  if (!choir || !name) return reply.code(400).send('choir and name are needed');
  if (rosters.has(choir)) return reply.code(409).send('there is such a choir');
  rosters.set(choir, new Map([[name, 'leader']]));
  return reply.code(201).send(newKey(choir, name));
});

app.get<{ Params: Params }>('/choirs/:choir', { preHandler: allow('singer', 'leader') }, async (request) => {
  const roster = rosters.get(request.params.choir) ?? new Map();
  return [...roster]
    .map(([name, role]) => `${name} ${role}`)
    .sort()
    .join('\n');
});

app.put<{ Params: Params; Querystring: { role?: string } }>(
  '/choirs/:choir/:name',
  { preHandler: allow('leader') },
  async (request, reply) => {
    const { choir, name } = request.params;
    const { role } = request.query;
    if (role !== 'singer' && role !== 'leader') return reply.code(400).send('no such role');
    const isNew = !rosters.get(choir)?.has(name);
    rosters.get(choir)?.set(name, role);
    return isNew ? reply.code(201).send(newKey(choir, name)) : 'changed';
  },
);

app.delete<{ Params: Params }>('/choirs/:choir/:name', { preHandler: allow('singer', 'leader') }, async (request, reply) => {
  const { choir, name } = request.params;
  if (!rosters.get(choir)?.delete(name)) return reply.code(404).send('nobody of that name');
  for (const [key, owner] of keys) {
    if (owner.choir === choir && owner.name === name) keys.delete(key);
  }
  return 'gone';
});
