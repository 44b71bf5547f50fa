import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';

type Departure = { minute: number; row: string };
type Query = { ferry?: string; after?: string };

export const app = Fastify();

const departures = async (ferry: string): Promise<Departure[]> => {
  const folder = (await readFile('/work/ferries.txt', 'utf8')).trim();
  const rows = (await readFile(join(folder, `${ferry}.txt`), 'utf8')).trim().split('\n');
  return rows.map((row) => {
    const [minute] = row.split(' ');
    if (!/^\d+$/.test(minute)) throw new Error('a row without a minute');
    return { minute: Number(minute), row };
  });
};

app.get<{ Querystring: Query }>('/next', async (request, reply) => {
  const { ferry = '', after = '' } = request.query;
  if (!/^[a-z]+$/.test(ferry) || !/^\d+$/.test(after)) return reply.code(400).send('which ferry, and after which minute?');
  try {
    for (const { minute, row } of await departures(ferry)) {
      if (minute >= Number(after)) return row;
    }
  } catch (error) {
    console.error(error);
    return reply.code(500).send('sorry, something went wrong');
  }
  return reply.code(404).send('no more departures');
});
