import { extname } from 'node:path';
import express, { type Request, type Response } from 'express';

type Photo = { type: string; content: Buffer };

const photos: Photo[] = [];

export const app = express();
app.use(express.raw({ type: () => true, limit: '10mb' }));

app.post('/photos', (req: Request, res: Response) => {
  const name = typeof req.query.name === 'string' ? req.query.name : '';
  const content: unknown = req.body;
  if (!Buffer.isBuffer(content) || content.length === 0 || name === '') {
    return res.status(400).send('a photo has a name and bytes');
  }
  photos.push({ type: extname(name).toLowerCase() || 'bin', content });
  return res.status(201).type('text').send(String(photos.length));
});

app.get('/photos/:number', (req: Request, res: Response) => {
  const photo = photos[Number(req.params.number) - 1];
  if (photo === undefined) return res.status(404).send('no such photo');
  return res.type(photo.type).send(photo.content);
});
