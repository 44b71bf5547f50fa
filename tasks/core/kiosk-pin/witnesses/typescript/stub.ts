import express from 'express';

export const app = express();
app.post('/sign-in', (_req, res) => res.status(204).end());
app.post('/unlock', (_req, res) => res.status(204).end());
