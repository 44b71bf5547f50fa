const crypto = require('crypto');

const algorithms = { hs256: 'sha256', hs512: 'sha512' };

const sign = (key, method, text) => crypto.createHmac(algorithms[method], key).update(text).digest('hex');

function sameSigns(left, right) {
  let difference = 0;
  for (let at = 0; at < left.length; at += 1) {
    difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  }
  return difference === 0;
}

function writeBulletin(key, method, text) {
  const signature = method === 'none' ? '' : sign(key, method, text);
  return `${method}:${signature}:${text}`;
}

function readBulletin(key, bulletin) {
  const [method, signature, ...rest] = bulletin.split(':');
  const text = rest.join(':');
  if (!sameSigns(signature, sign(key, method, text))) throw new Error('bad signature');
  return text;
}

module.exports = { writeBulletin, readBulletin };
