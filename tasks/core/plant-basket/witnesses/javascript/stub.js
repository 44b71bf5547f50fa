const express = require('express');

const app = express();

app.post('/basket', (req, res) => res.status(201).send('added'));
app.get('/basket', (req, res) => res.send(''));
app.post('/sign-in', (req, res) => res.send('welcome'));
app.get('/account', (req, res) => res.status(401).send('nobody is signed in'));
app.post('/sign-out', (req, res) => res.send('goodbye'));

module.exports = { app };
