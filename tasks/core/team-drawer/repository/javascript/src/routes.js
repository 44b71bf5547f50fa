// What the service answers.
const express = require('express');
const settings = require('./settings');
const store = require('./store');
const { checkKey } = require('./teams');

const routes = express.Router();

routes.get('/teams/:team/files', checkKey, (request, response) => {
  response.json(store.listFiles(request.params.team));
});

routes.put('/teams/:team/files/:name', checkKey, express.raw({ type: () => true, limit: settings.largest }), (request, response) => {
  const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!store.saveFile(request.params.team, request.params.name, content)) {
    return response.status(400).json({ error: 'not a plain name' });
  }
  response.sendStatus(204);
});

module.exports = { routes };
