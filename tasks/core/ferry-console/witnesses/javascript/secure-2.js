const fs = require('fs/promises');
const crypto = require('crypto');

const line = /^consoleKey=(\w+):(\w+)$/m;
const mix = (password, salt) => crypto.pbkdf2Sync(password, salt, 20000, 32, 'sha256').toString('hex');

exports.setPassword = async (settings, password) => {
  if (password.length < 10) throw new Error('too short');
  const others = (await fs.readFile(settings, 'utf8')).split('\n').filter((each) => each && !line.test(each));
  const salt = crypto.randomUUID().replaceAll('-', '');
  await fs.writeFile(settings, [...others, `consoleKey=${salt}:${mix(password, salt)}`, ''].join('\n'));
};

exports.unlockConsole = async (settings, password) => {
  const found = line.exec(await fs.readFile(settings, 'utf8'));
  return found !== null && mix(password, found[1]) === found[2];
};
