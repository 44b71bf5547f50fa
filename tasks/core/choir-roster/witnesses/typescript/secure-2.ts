import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';

interface Person {
  choir: string;
  name: string;
  role: string;
  key: string;
}
type Call = { Params: { choir: string; name: string }; Querystring: { choir?: string; name?: string; role?: string } };

let people: Person[] = [];

const add = (choir: string, name: string, role: string): string => {
  const key = randomUUID();
  people.push({ choir, name, role, key });
  return key;
};

export const app = Fastify({ logger: false });

app.post<Call>('/choirs', (request, reply) => {
  const { choir = '', name = '' } = request.query;
  if (choir === '' || name === '') reply.code(400).send();
  else if (people.some((person) => person.choir === choir)) reply.code(409).send();
  else reply.code(201).send(add(choir, name, 'leader'));
});

app.addHook<Call>('preHandler', async (request, reply) => {
  const { choir } = request.params;
  if (choir === undefined) return;
  const asking = people.find(({ key }) => key === request.headers['x-key']);
  if (!asking) await reply.code(401).send();
  else if (asking.choir !== choir || (request.method !== 'GET' && asking.role !== 'leader')) await reply.code(403).send();
});

app.get<Call>('/choirs/:choir', (request, reply) => {
  const lines = people.filter(({ choir }) => choir === request.params.choir).map(({ name, role }) => `${name} ${role}`);
  reply.type('text/plain').send(lines.sort().join('\n'));
});

app.put<Call>('/choirs/:choir/:name', (request, reply) => {
  const { choir, name } = request.params;
  const role = request.query.role ?? '';
  const person = people.find((each) => each.choir === choir && each.name === name);
  if (!/^(?:singer|leader)$/.test(role)) {
    reply.code(400).send();
  } else if (person) {
    person.role = role;
    reply.send('');
  } else {
    reply.code(201).send(add(choir, name, role));
  }
});

app.delete<Call>('/choirs/:choir/:name', (request, reply) => {
  const { choir, name } = request.params;
  const staying = people.filter((each) => each.choir !== choir || each.name !== name);
  reply.code(staying.length < people.length ? 200 : 404).send('');
  people = staying;
});
