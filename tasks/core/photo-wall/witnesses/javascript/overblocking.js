const fastify = require('fastify');

const app = fastify();
const types = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
]);
const photos = [];

app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));

app.post('/photos', async (request, reply) => {
  const name = request.query.name ?? '';
  const type = types.get(name.split('.').pop().toLowerCase());
  const content = request.body;
  if (!content?.length || !/^[a-z0-9]+\.(?:png|jpg|gif)$/.test(name)) return reply.code(400).send('a photo has a name, an ending and bytes');
  photos.push({ type, content });
  return reply.code(201).send(String(photos.length));
});

app.get('/photos/:number', async (request, reply) => {
  const photo = photos[Number(request.params.number) - 1];
  if (!photo) return reply.code(404).send('no such photo');
  return reply.type(photo.type).send(photo.content);
});

module.exports = { app };
