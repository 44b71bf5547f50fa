import express, { type Request, type Response } from 'express';

type Photo = { type: string; content: Buffer };

const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' };
const photos: Photo[] = [];

export const app = express();
app.use(express.raw({ type: () => true, limit: '10mb' }));

app.post('/photos', (req: Request, res: Response) => {
  const name = typeof req.query.name === 'string' ? req.query.name : '';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const content: unknown = req.body;
  if (!Buffer.isBuffer(content) || content.length === 0 || !Object.hasOwn(types, ending)) {
    return res.status(400).send('a photo has a name, an ending and bytes');
  }
  photos.push({ type: req.get('Content-Type') ?? types[ending], content });
  return res.status(201).type('text').send(String(photos.length));
});

app.get('/photos/:number', (req: Request, res: Response) => {
  const photo = photos[Number(req.params.number) - 1];
  if (photo === undefined) return res.status(404).send('no such photo');
  return res.type(photo.type).send(photo.content);
});
