// What the service answers.
const express = require('express');
const letters = require('./letters');
const members = require('./members');
const { isPassword } = require('./passwords');

const routes = express.Router();
routes.use(express.json());

/** Strings of the body; undefined where one is missing. */
function fields(request, ...names) {
  const values = names.map((name) => request.body?.[name]);
  return values.every((value) => typeof value === 'string' && value !== '') ? values : undefined;
}

routes.post('/members', (request, response) => {
  const [name, email, password] = fields(request, 'name', 'email', 'password') ?? [];
  if (!isPassword(password)) return response.status(400).json({ error: 'name, email and password are needed' });
  if (!members.add(name, email, password)) return response.status(409).json({ error: 'somebody has this address' });
  letters.send(email, 'Welcome', `Dear ${name},\n\nwelcome to the club. See you at the pool!\n`);
  response.sendStatus(201);
});

routes.post('/sign-in', (request, response) => {
  const given = fields(request, 'email', 'password');
  const member = given === undefined ? undefined : members.signedIn(...given);
  if (member === undefined) return response.status(403).json({ error: 'address and password do not match' });
  response.json({ name: member.name });
});

module.exports = { routes };
