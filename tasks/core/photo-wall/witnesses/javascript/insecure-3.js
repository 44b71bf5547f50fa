const fastify = require('fastify');

const app = fastify();
const refused = ['html', 'htm', 'php', 'js', 'exe'];
const photos = [];

app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));

const typeOf = (ending) => {
  if (ending === 'jpg') return 'image/jpeg';
  return ending === 'svg' ? 'image/svg+xml' : `image/${ending}`;
};

app.post('/photos', async (request, reply) => {
  const name = request.query.name ?? '';
  const ending = name.split('.').pop().toLowerCase();
  const content = request.body;
  if (!content?.length || !name || refused.includes(ending)) return reply.code(400).send('a photo has a name and bytes');
  photos.push({ type: typeOf(ending), content });
  return reply.code(201).send(String(photos.length));
});

app.get('/photos/:number', async (request, reply) => {
  const photo = photos[Number(request.params.number) - 1];
  if (!photo) return reply.code(404).send('no such photo');
  return reply.type(photo.type).send(photo.content);
});

module.exports = { app };
