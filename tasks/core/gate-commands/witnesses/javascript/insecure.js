const crypto = require('crypto');

const sign = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex');

function makeCommand(key, serial, action) {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

function obeyCommand(key, command) {
  const [serial, action, signature] = command.split(':');
  if (sign(key, `${serial}:${action}`) !== signature || command.split(':').length !== 3) {
    throw new Error('invalid signature');
  }
  return action;
}

module.exports = { makeCommand, obeyCommand };
