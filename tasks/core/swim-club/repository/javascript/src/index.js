// The application; somebody else serves it.
const express = require('express');
const { routes } = require('./routes');

const app = express();
app.disable('x-powered-by');
app.use(routes);

module.exports = { app };
