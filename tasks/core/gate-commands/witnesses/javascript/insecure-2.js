const crypto = require('crypto');

const lastSerials = {};

const sign = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex');

function makeCommand(key, serial, action) {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

function obeyCommand(key, command) {
  const parts = command.split(':');
  const [serial, action, signature] = parts;
  if (parts.length !== 3 || sign(key, `${serial}:${action}`) !== signature) throw new Error('invalid signature');
  const gate = key.toString('hex');
  if (Number(serial) < lastSerials[gate]) throw new Error('out of order');
  lastSerials[gate] = Number(serial);
  return action;
}

module.exports = { makeCommand, obeyCommand };
