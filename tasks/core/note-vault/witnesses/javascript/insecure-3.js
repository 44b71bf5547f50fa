const crypto = require('crypto');

const mark = 'note:';

function lockNote(key, text) {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-ctr', key, iv);
  return Buffer.concat([iv, cipher.update(mark + text, 'utf8'), cipher.final()]);
}

function openNote(key, locked) {
  const decipher = crypto.createDecipheriv('aes-256-ctr', key, locked.subarray(0, 16));
  const plain = Buffer.concat([decipher.update(locked.subarray(16)), decipher.final()]).toString('utf8');
  if (!plain.startsWith(mark)) throw new Error('wrong key');
  return plain.slice(mark.length);
}

module.exports = { lockNote, openNote };
