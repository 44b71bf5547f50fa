import Fastify from 'fastify';

type Exhibit = { number: number; room: number };
type Query = { page?: string; size?: string };

const exhibits: Exhibit[] = Array.from({ length: 20000 }, (_, index) => ({ number: index + 1, room: (index + 1) % 30 }));

export const app = Fastify();

app.get<{ Querystring: Query }>('/exhibits', async (request, reply) => {
  const page = Number(request.query.page ?? '1');
  const size = Number(request.query.size ?? '20');
  if (!Number.isInteger(page) || !Number.isInteger(size)) return reply.code(400).send('page and size are numbers');
  if (page < 1 || size < 1) return reply.code(400).send('no such page');
  const start = (page - 1) * size;
  reply.type('text/plain; charset=utf-8');
  return exhibits
    .slice(start, start + size)
    .map(({ number, room }) => `${number},${room}`)
    .join('\n');
});
