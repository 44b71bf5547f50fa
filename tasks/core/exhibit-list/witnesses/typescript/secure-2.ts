import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

const lines: string[] = [];
for (let number = 1; number <= 20000; number++) lines.push(`${number},${number % 30}`);

const whole = (text: string | undefined, fallback: number): number | undefined => {
  if (text === undefined) return fallback;
  return /^-?\d+$/.test(text) ? Number.parseInt(text, 10) : undefined;
};

const show = (request: FastifyRequest, reply: FastifyReply): void => {
  const query = request.query as Record<string, string | undefined>;
  const page = whole(query.page, 1);
  const size = whole(query.size, 20);
  if (page === undefined || size === undefined) {
    void reply.status(400).send('whole numbers, please');
    return;
  }
  const length = Math.max(1, Math.min(size, 100));
  const from = Math.max(0, page - 1) * length;
  void reply.type('text/plain').send(lines.slice(from, from + length).join('\n'));
};

export const app = fastify();
app.route({ method: 'GET', url: '/exhibits', handler: show });
