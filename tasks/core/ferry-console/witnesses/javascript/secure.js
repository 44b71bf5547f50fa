const { readFileSync, writeFileSync } = require('node:fs');
const { randomBytes, scryptSync, timingSafeEqual } = require('node:crypto');

const read = (settings) =>
  new Map(
    readFileSync(settings, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

function setPassword(settings, password) {
  if (password.length < 10) throw new RangeError('a password has at least 10 signs');
  const values = read(settings);
  const salt = randomBytes(16);
  values.set('password', `${salt.toString('hex')}.${scryptSync(password, salt, 32).toString('hex')}`);
  writeFileSync(settings, [...values].map(([name, value]) => `${name}=${value}\n`).join(''));
}

function unlockConsole(settings, password) {
  const stored = read(settings).get('password');
  if (!stored) return false;
  const [salt, digest] = stored.split('.').map((part) => Buffer.from(part, 'hex'));
  return timingSafeEqual(digest, scryptSync(password, salt, 32));
}

module.exports = { setPassword, unlockConsole };
