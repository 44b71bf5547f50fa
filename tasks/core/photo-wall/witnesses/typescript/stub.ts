import express from 'express';

export const app = express();
app.post('/photos', (_req, res) => res.status(201).send('1'));
app.get('/photos/:number', (_req, res) => res.send(''));
