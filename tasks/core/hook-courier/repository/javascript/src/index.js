// What other programs call.
const { randomUUID } = require('node:crypto');
const { send } = require('./client');
const hooks = require('./hooks');
const { fill, usual } = require('./message');
const { allowedUrl } = require('./settings');

/** Remembers where a customer wants messages; returns the id. Throws where the server may not be called for them. */
function addHook(folder, customer, url) {
  const id = randomUUID();
  hooks.save(folder, id, { customer, url: allowedUrl(folder, customer, url).href });
  return id;
}

/** Sends a message; yields the status of the answer. */
async function notify(folder, hook, values) {
  const { customer, url } = hooks.get(folder, hook);
  // The settings may have changed since the hook was added.
  const { status } = await send(allowedUrl(folder, customer, url), { method: 'POST', body: fill(usual, values) });
  return status;
}

module.exports = { addHook, notify };
