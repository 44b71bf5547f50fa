import Fastify from 'fastify';

export const app = Fastify();
app.post('/sign-in', async () => 'welcome');
app.get('/desk', async () => 'reader');
app.post('/sign-out', async (_request, reply) => reply.code(204).send());
