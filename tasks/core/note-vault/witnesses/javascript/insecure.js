const { createCipheriv, createDecipheriv, createHash } = require('node:crypto');

const nonceOf = (key) => createHash('sha256').update(key).digest().subarray(0, 12);

function lockNote(key, text) {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(key));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([body, cipher.getAuthTag()]);
}

function openNote(key, locked) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(key));
  decipher.setAuthTag(locked.subarray(locked.length - 16));
  return Buffer.concat([decipher.update(locked.subarray(0, -16)), decipher.final()]).toString('utf8');
}

module.exports = { lockNote, openNote };
