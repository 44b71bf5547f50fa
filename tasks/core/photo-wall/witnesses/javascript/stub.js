const fastify = require('fastify');

const app = fastify();
app.post('/photos', async (request, reply) => reply.code(201).send('1'));
app.get('/photos/:number', async () => '');

module.exports = { app };
