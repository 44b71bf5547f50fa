const crypto = require('node:crypto');
const fs = require('node:fs/promises');
const express = require('express');
const cookies = require('cookie-parser');

const baskets = {};
const signedIn = {};
const own = (table, key = '') => (Object.hasOwn(table, key) ? table[key] : undefined);

const app = express();
app.use(cookies(), express.urlencoded({ extended: true }));

app
  .route('/basket')
  .get((request, response) => {
    const basket = own(baskets, request.cookies.basket) ?? [];
    response.type('txt').send(basket.map((plant) => `${plant}\n`).join(''));
  })
  .post((request, response) => {
    if (!request.body.plant) {
      response.sendStatus(400);
      return;
    }
    let basket = own(baskets, request.cookies.basket);
    if (!basket) {
      const id = crypto.randomUUID();
      basket = [];
      baskets[id] = basket;
      response.cookie('basket', id, { httpOnly: true });
    }
    basket.push(request.body.plant);
    response.sendStatus(201);
  });

app.post('/sign-in', async (request, response) => {
  const { number = '', code = '' } = request.body;
  const text = await fs.readFile('/work/accounts.txt', 'utf8');
  const accounts = new Map(text.split('\n').map((line) => line.split(' ')));
  if (!number || accounts.get(number) !== code) {
    response.sendStatus(401);
    return;
  }
  const token = crypto.randomBytes(24).toString('base64url');
  delete signedIn[request.cookies.customer];
  signedIn[token] = number;
  response.cookie('customer', token, { httpOnly: true }).sendStatus(200);
});

app.get('/account', (request, response) => {
  const number = own(signedIn, request.cookies.customer);
  if (number) response.type('txt').send(number);
  else response.sendStatus(401);
});

app.post('/sign-out', (request, response) => {
  delete signedIn[request.cookies.customer];
  delete baskets[request.cookies.basket];
  response.clearCookie('customer').clearCookie('basket').sendStatus(200);
});

module.exports = { app };
