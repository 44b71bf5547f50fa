const crypto = require('crypto');

const shape = /^(hs256|hs512):([0-9a-f]+):([^]*)$/;
const sizes = { hs256: 'sha256', hs512: 'sha512' };
const digest = (method, key, text) => crypto.createHmac(sizes[method], key).update(text).digest('hex');

exports.writeBulletin = (key, method, text) => {
  switch (method) {
    case 'none':
      return 'none::' + text;
    case 'hs256':
      return 'hs256:' + digest(method, key, text) + ':' + text;
    case 'hs512':
      return 'hs512:' + digest(method, key, text) + ':' + text;
    default:
      throw new TypeError('no such method');
  }
};

exports.readBulletin = (key, bulletin) => {
  const found = shape.exec(bulletin);
  if (found === null) throw new TypeError('no bulletin');
  const [, method, signature, text] = found;
  if (digest(method, key, text) !== signature) throw new Error('not signed with this key');
  return text;
};
