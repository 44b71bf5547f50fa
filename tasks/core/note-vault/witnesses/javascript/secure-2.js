const crypto = require('crypto');

const derive = (key, use) => crypto.createHmac('sha256', key).update(use).digest();
const tagOf = (key, body) => crypto.createHmac('sha256', derive(key, 'tag')).update(body).digest();

exports.lockNote = (key, text) => {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-cbc', derive(key, 'cipher'), iv);
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([body, tagOf(key, body)]);
};

exports.openNote = (key, locked) => {
  if (locked.length < 64) throw new Error('too short for a note');
  const body = locked.subarray(0, -32);
  if (!crypto.timingSafeEqual(locked.subarray(-32), tagOf(key, body))) throw new Error('not a note of this key');
  const decipher = crypto.createDecipheriv('aes-256-cbc', derive(key, 'cipher'), body.subarray(0, 16));
  return decipher.update(body.subarray(16), undefined, 'utf8') + decipher.final('utf8');
};
