const crypto = require('crypto');
const { promisify } = require('util');

const generate = promisify(crypto.generateKeyPair);

exports.newPair = async () => {
  const pair = await generate('rsa', {
    modulusLength: 2560,
    publicExponent: 0x10001,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return pair.privateKey;
};

exports.publicPart = async (privateKey) => crypto.createPublicKey({ key: privateKey, format: 'pem' }).export({ type: 'spki', format: 'pem' });
