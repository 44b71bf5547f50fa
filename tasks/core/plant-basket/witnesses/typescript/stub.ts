import Fastify from 'fastify';

export const app = Fastify();

app.addContentTypeParser('application/x-www-form-urlencoded', (_request, _payload, done) => done(null, {}));
app.post('/basket', async (_request, reply) => reply.code(201).send('added'));
app.get('/basket', async () => '');
app.post('/sign-in', async () => 'welcome');
app.get('/account', async (_request, reply) => reply.code(401).send('nobody is signed in'));
app.post('/sign-out', async () => 'goodbye');
