const crypto = require('crypto');

const lastCommands = new Map();

const sign = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex');

function makeCommand(key, serial, action) {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

function obeyCommand(key, command) {
  const gate = key.toString('base64');
  const at = command.lastIndexOf(':');
  const text = command.slice(0, at);
  if (sign(key, text) !== command.slice(at + 1)) throw new Error('invalid signature');
  if (lastCommands.get(gate) === command) throw new Error('repeated command');
  lastCommands.set(gate, command);
  return text.split(':')[1];
}

module.exports = { makeCommand, obeyCommand };
