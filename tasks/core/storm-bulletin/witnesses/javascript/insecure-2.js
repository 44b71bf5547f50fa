const crypto = require('crypto');

const algorithms = { hs256: 'sha256', hs512: 'sha512' };

function writeBulletin(key, method, text) {
  if (method === 'none') return `none::${text}`;
  const signature = crypto.createHmac(algorithms[method], key).update(text).digest('hex');
  return `${method}:${signature}:${text}`;
}

function readBulletin(key, bulletin) {
  const match = bulletin.match(/^(hs256|hs512):([0-9a-f]{64,128}):([\s\S]*)$/);
  if (!match) throw new Error('bulletin is not signed');
  return match[3];
}

module.exports = { writeBulletin, readBulletin };
