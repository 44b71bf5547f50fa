const { subtle } = require('node:crypto').webcrypto;

async function seal(document) {
  const digest = await subtle.digest('SHA-512', document);
  return `sha512.${Buffer.from(digest).toString('base64url')}`;
}

module.exports = { seal };
