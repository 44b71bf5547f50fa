import Fastify from 'fastify';

export const app = Fastify();

app.post('/choirs', async (_request, reply) => reply.code(201).send('0000000000000000'));
app.get('/choirs/:choir', async () => '');
app.put('/choirs/:choir/:name', async () => 'changed');
app.delete('/choirs/:choir/:name', async () => 'gone');
