const { createHmac, timingSafeEqual } = require('node:crypto');

const latest = new Map();

const sign = (key, body) => createHmac('sha256', key).update(body).digest('hex');

function makeCommand(key, serial, action) {
  if (serial < 1) throw new RangeError('serial numbers begin at 1');
  const body = `${serial}:${action}`;
  return `${body}:${sign(key, body)}`;
}

function obeyCommand(key, command) {
  const [number, action, signature = '', ...rest] = command.split(':');
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(key, `${number}:${action}`));
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('the signature is wrong');
  const gate = key.toString('hex');
  const serial = Number(number);
  if (!(serial > (latest.get(gate) ?? 0))) throw new Error(`command ${serial} was heard before`);
  latest.set(gate, serial);
  return action;
}

module.exports = { makeCommand, obeyCommand };
