const { createHmac, timingSafeEqual } = require('node:crypto');

const hashes = new Map([
  ['hs256', 'sha256'],
  ['hs512', 'sha512'],
]);

const sign = (key, method, text) => createHmac(hashes.get(method), key).update(text, 'utf8').digest('hex');

function writeBulletin(key, method, text) {
  if (method === 'none') return `none::${text}`;
  if (!hashes.has(method)) throw new Error(`unknown method ${method}`);
  return `${method}:${sign(key, method, text)}:${text}`;
}

function readBulletin(key, bulletin) {
  const [method, signature, ...rest] = bulletin.split(':');
  if (!hashes.has(method) || rest.length === 0) throw new Error('not a signed bulletin');
  const text = rest.join(':');
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(key, method, text));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('the signature is wrong');
  return text;
}

module.exports = { writeBulletin, readBulletin };
