// Which servers may be called for which customer.
const fs = require('node:fs');
const path = require('node:path');

/** Hosts with ports, as the administrators wrote them; none for a customer that there is not. */
function hostsOf(folder, customer) {
  const { customers } = JSON.parse(fs.readFileSync(path.join(folder, 'settings.json'), 'utf8'));
  return Object.hasOwn(customers, customer) ? customers[customer].hosts : [];
}

/** The address as a URL. Throws where it is none of http, or its server may not be called for the customer. */
function allowedUrl(folder, customer, text) {
  const url = new URL(text);
  const host = `${url.hostname}:${url.port || '80'}`;
  if (url.protocol !== 'http:' || url.username !== '' || url.password !== '') throw new Error('not an http address');
  if (!hostsOf(folder, customer).includes(host)) throw new Error(`${host} may not be called for ${customer}`);
  return url;
}

module.exports = { hostsOf, allowedUrl };
