import Fastify from 'fastify';

export const app = Fastify();

app.addContentTypeParser('application/x-www-form-urlencoded', (_request, _payload, done) => done(null, {}));
app.post('/join', async (_request, reply) => reply.code(201).send('Welcome'));
app.get('/settings', async (_request, reply) => reply.type('text/html').send('<!doctype html><title>Settings</title>'));
app.post('/settings', async (_request, reply) => reply.redirect('/settings', 303));
