const express = require('express');

const app = express();

app.post('/join', (req, res) => res.status(201).send('Welcome'));
app.get('/settings', (req, res) => res.send('<!doctype html><title>Settings</title>'));
app.post('/settings', (req, res) => res.redirect(303, '/settings'));

module.exports = { app };
