import express from 'express';

export const app = express();

app.post('/rentals', (_req, res) => res.status(201).send('0000000000000000'));
app.get('/rentals/:code', (_req, res) => res.send('boat out'));
app.get('/journal', (_req, res) => res.send(''));
