const fastify = require('fastify');

const app = fastify();

app.post('/rentals', async (request, reply) => reply.code(201).send('0000000000000000'));
app.get('/rentals/:code', async () => 'boat out');
app.get('/journal', async () => '');

module.exports = { app };
