const { createCipheriv, createDecipheriv, createHmac, randomBytes } = require('node:crypto');

const sign = (key, body) => createHmac('sha256', key).update(body).digest();

function lockNote(key, text) {
  const cipher = createCipheriv('aes-256-ecb', key, null);
  const body = Buffer.concat([cipher.update(randomBytes(16)), cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([sign(key, body), body]);
}

function openNote(key, locked) {
  const body = locked.subarray(32);
  if (!sign(key, body).equals(locked.subarray(0, 32))) throw new Error('wrong key or damaged note');
  const decipher = createDecipheriv('aes-256-ecb', key, null);
  return Buffer.concat([decipher.update(body), decipher.final()]).subarray(16).toString('utf8');
}

module.exports = { lockNote, openNote };
