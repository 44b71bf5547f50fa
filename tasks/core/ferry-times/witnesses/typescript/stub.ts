import Fastify from 'fastify';

export const app = Fastify();
app.get('/next', async () => '0 pier');
