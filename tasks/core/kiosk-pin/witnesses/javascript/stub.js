const fastify = require('fastify');

const app = fastify();
app.post('/sign-in', async (request, reply) => reply.code(204).send());
app.post('/unlock', async (request, reply) => reply.code(204).send());

module.exports = { app };
