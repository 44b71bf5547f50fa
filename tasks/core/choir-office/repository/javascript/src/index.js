// The application; somebody else serves it.
const express = require('express');
const { pages } = require('./pages');

const app = express();
app.disable('x-powered-by');
app.use(pages);

module.exports = { app };
