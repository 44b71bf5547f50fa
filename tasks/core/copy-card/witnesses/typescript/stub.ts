import express from 'express';

export const app = express();
const lines = 'name: \ncity: \nphone: \nrole: reader\ncredit: 200';

app.post('/cards', (_req, res) => res.status(201).send('0000000000000000'));
app.all('/card', (_req, res) => res.send(lines));
app.post('/copies', (_req, res) => res.send('200'));
