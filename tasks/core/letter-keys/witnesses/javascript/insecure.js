const { createPrivateKey, createPublicKey, generateKeyPairSync } = require('node:crypto');

function newPair() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}

function publicPart(privateKey) {
  const key = createPublicKey(createPrivateKey(privateKey));
  return key.export({ type: 'spki', format: 'pem' });
}

module.exports = { newPair, publicPart };
