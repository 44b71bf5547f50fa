const crypto = require('crypto');

function signatureOf(key, method, text) {
  switch (method) {
    case 'none':
      return '';
    case 'hs256':
      return crypto.createHmac('sha256', key).update(text).digest('hex');
    case 'hs512':
      return crypto.createHmac('sha512', key).update(text).digest('hex');
    default:
      throw new Error('unknown method: ' + method);
  }
}

function writeBulletin(key, method, text) {
  return `${method}:${signatureOf(key, method, text)}:${text}`;
}

function readBulletin(key, bulletin) {
  const [method, signature, ...rest] = bulletin.split(':');
  const text = rest.join(':');
  if (signature !== signatureOf(key, method, text)) {
    throw new Error('invalid signature');
  }
  return text;
}

module.exports = { writeBulletin, readBulletin };
