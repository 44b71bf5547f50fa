const express = require('express');
const fs = require('fs');

const app = express();
const TICKETS = '/work/tickets.txt';

const known = (ticket) => Boolean(ticket) && fs.readFileSync(TICKETS, 'utf8').split('\n').includes(ticket);

const pageOfThisSite = (address) => {
  if (typeof address !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(address)) return '/home';
  const url = new URL(address, 'http://this.invalid');
  return url.host === 'this.invalid' ? url.pathname + url.search + url.hash : '/home';
};

app.get('/enter', (request, response) => {
  const { ticket, next } = request.query;
  if (!known(ticket)) return response.status(403).send('unknown ticket');
  return response.cookie('ticket', ticket, { httpOnly: true, sameSite: 'lax' }).redirect(302, pageOfThisSite(next));
});

module.exports = { app };
