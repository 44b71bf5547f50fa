const path = require('node:path');
const Fastify = require('fastify');

const kept = new Map();
const app = Fastify({ logger: false });

app.removeAllContentTypeParsers();
app.addContentTypeParser('*', (request, payload, done) => {
  const chunks = [];
  payload.on('data', (chunk) => chunks.push(chunk));
  payload.on('end', () => done(null, Buffer.concat(chunks)));
  payload.on('error', done);
});

const typeOf = (name) => {
  switch (path.extname(name).toLowerCase()) {
    case '.png':
      return 'image/png';
    case '.jpg':
      return 'image/jpeg';
    case '.gif':
      return 'image/gif';
    default:
      return 'application/octet-stream';
  }
};

app.route({
  method: 'POST',
  url: '/photos',
  handler: (request, reply) => {
    const { name } = request.query;
    if (!name || !request.body || request.body.length === 0) {
      reply.code(400).send();
      return;
    }
    const number = `${kept.size + 1}`;
    kept.set(number, { name, body: request.body });
    reply.code(201).type('text/plain').send(number);
  },
});

app.route({
  method: 'GET',
  url: '/photos/:number',
  handler: (request, reply) => {
    const photo = kept.get(request.params.number);
    if (photo) reply.headers({ 'content-type': typeOf(photo.name), 'x-content-type-options': 'nosniff' }).send(photo.body);
    else reply.code(404).send();
  },
});

module.exports.app = app;
