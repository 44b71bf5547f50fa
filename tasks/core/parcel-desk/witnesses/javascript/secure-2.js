const express = require('express');
const { readFile, writeFile } = require('fs/promises');

const app = express();
app.use(express.json({ strict: true }));

const signedIn = async (request) => {
  const accounts = JSON.parse(await readFile('/work/accounts.json', 'utf8'));
  const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  return Object.entries(accounts).find(([known]) => known === token)?.[1];
};

/** Finds a parcel among those that the account can see. */
const find = async (request, response, found) => {
  const account = await signedIn(request);
  if (!account) return response.sendStatus(401);
  const parcels = Object.entries(JSON.parse(await readFile('/work/parcels.json', 'utf8')));
  const visible = parcels.filter(([, { recipient }]) => account.role === 'clerk' || recipient === account.name);
  const entry = visible.find(([id]) => id === request.params.id);
  return entry ? found(entry[1], parcels) : response.sendStatus(404);
};

app
  .route('/parcels/:id')
  .get((request, response) => find(request, response, (parcel) => response.json(parcel)));

app.route('/parcels/:id/address').put((request, response) =>
  find(request, response, async (parcel, parcels) => {
    const address = request.body?.address;
    if (typeof address !== 'string' || !address) return response.sendStatus(400);
    Object.assign(parcel, { address });
    await writeFile('/work/parcels.json', JSON.stringify(Object.fromEntries(parcels)));
    return response.json(parcel);
  }),
);

module.exports = { app };
