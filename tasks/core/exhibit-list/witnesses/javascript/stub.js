const express = require('express');

const app = express();
app.get('/exhibits', (req, res) => res.type('text').send('1,1'));

module.exports = { app };
