const { randomUUID } = require('crypto');
const express = require('express');

const app = express();
const people = [];

const add = (choir, name, role) => {
  const person = { choir, name, role, key: randomUUID() };
  people.push(person);
  return person.key;
};

const find = (choir, name) => people.findIndex((person) => person.choir === choir && person.name === name);

app.post('/choirs', (request, response) => {
  const { choir = '', name = '' } = request.query;
  if (choir === '' || name === '') response.sendStatus(400);
  else if (people.some((person) => person.choir === choir)) response.sendStatus(409);
  else response.status(201).type('txt').send(add(choir, name, 'leader'));
});

app.use('/choirs/:choir', (request, response, next) => {
  const asking = people.find(({ key }) => key === request.headers['x-key']);
  if (!asking) response.sendStatus(401);
  else if (asking.choir !== request.params.choir) response.sendStatus(403);
  else if (request.method !== 'GET' && asking.role !== 'leader') response.sendStatus(403);
  else next();
});

app.get('/choirs/:choir', (request, response) => {
  const roster = people.filter(({ choir }) => choir === request.params.choir);
  roster.sort((a, b) => (a.name < b.name ? -1 : 1));
  response.type('txt').send(roster.map((person) => `${person.name} ${person.role}\n`).join(''));
});

app
  .route('/choirs/:choir/:name')
  .put(({ params, query }, response) => {
    if (!['singer', 'leader'].includes(query.role)) {
      response.sendStatus(400);
      return;
    }
    const index = find(params.choir, params.name);
    if (index < 0) {
      response.status(201).type('txt').send(add(params.choir, params.name, query.role));
      return;
    }
    people[index].role = query.role;
    response.sendStatus(200);
  })
  .delete(({ params }, response) => {
    const index = find(params.choir, params.name);
    if (index >= 0) people.splice(index, 1);
    response.sendStatus(index >= 0 ? 200 : 404);
  });

module.exports = { app };
