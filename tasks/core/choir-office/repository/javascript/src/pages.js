// The pages.
const express = require('express');
const members = require('./members');
const { begin, signedIn } = require('./sessions');
const { escape, page, form, field, checkForm } = require('./forms');

const pages = express.Router();
pages.use(express.urlencoded({ extended: false }));

const textOf = (value) => (typeof value === 'string' ? value.trim() : '');

pages.get('/sign-in', (request, response) => {
  response.send(page('Sign in', '<form method="post"><label>Code <input name="code"></label><button>Sign in</button></form>'));
});

pages.post('/sign-in', (request, response) => {
  const name = members.nameWithCode(request.body?.code);
  if (name === undefined) return response.status(403).send(page('Sign in', '<p>There is no such code.</p>'));
  begin(name, response);
  response.redirect(303, '/account');
});

pages.get('/account', signedIn, (request, response) => {
  const { name } = request.session;
  const member = members.load()[name];
  const rows = ['email', 'street'].map((key) => `<dt>${key}<dd>${escape(member[key])}`).join('');
  response.send(page(name, `<dl>${rows}</dl><a href="/account/street">Change the street</a>`));
});

pages.get('/account/street', signedIn, (request, response) => {
  const member = members.load()[request.session.name];
  response.send(page('Street', form(request.session, field('street', 'Street and number', member.street))));
});

pages.post('/account/street', signedIn, checkForm, (request, response) => {
  const street = textOf(request.body.street);
  if (street.length < 1 || street.length > 200) return response.status(400).send(page('Street', '<p>This is no street.</p>'));
  const everybody = members.load();
  everybody[request.session.name].street = street;
  members.save(everybody);
  response.redirect(303, '/account');
});

module.exports = { pages };
