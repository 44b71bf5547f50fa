const express = require('express');

const app = express();

app.post('/choirs', (req, res) => res.status(201).send('0000000000000000'));
app.get('/choirs/:choir', (req, res) => res.send(''));
app.put('/choirs/:choir/:name', (req, res) => res.send('changed'));
app.delete('/choirs/:choir/:name', (req, res) => res.send('gone'));

module.exports = { app };
