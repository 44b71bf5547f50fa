import { extname } from 'node:path';
import express from 'express';

const kept = new Map<number, { name: string; content: Buffer }>();

const typeOf = (name: string): string => {
  const ending = extname(name).toLowerCase();
  if (ending === '.png' || ending === '.gif') return `image/${ending.slice(1)}`;
  return ending === '.jpg' ? 'image/jpeg' : 'application/octet-stream';
};

export const app = express();

app.post('/photos', async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  const name = String(request.query.name ?? '');
  if (name === '' || content.length === 0) {
    response.sendStatus(400);
    return;
  }
  const number = kept.size + 1;
  kept.set(number, { name, content });
  response.status(201).type('text/plain').end(`${number}`);
});

app.get('/photos/:number', (request, response) => {
  const photo = kept.get(Number(request.params.number));
  if (photo) response.set({ 'Content-Type': typeOf(photo.name), 'X-Content-Type-Options': 'nosniff' }).end(photo.content);
  else response.sendStatus(404);
});
