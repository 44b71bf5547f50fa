const crypto = require('crypto');

const done = new Set();

exports.makeCommand = (key, serial, action) => {
  if (!(serial > 0)) throw new Error('no such serial number');
  const mac = crypto.createHmac('sha256', key);
  return `${serial}:${action}:${mac.update(`${serial}:${action}`).digest('hex')}`;
};

exports.obeyCommand = (key, command) => {
  const found = /^([1-9]\d{0,8}):([a-z]+):[0-9a-f]{64}$/.exec(command);
  if (found === null || found[0] !== exports.makeCommand(key, Number(found[1]), found[2])) throw new Error('not a command of the office');
  const mark = `${Buffer.from(key).toString('base64')} ${found[1]}`;
  if (done.has(mark)) throw new Error('done already');
  done.add(mark);
  return found[2];
};
