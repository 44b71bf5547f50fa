const fs = require('fs');
const path = require('path');

function readNote(folder, name) {
  const base = fs.realpathSync(folder);
  const wanted = fs.realpathSync(path.resolve(base, name));
  if (!wanted.startsWith(base + path.sep)) throw new Error(`no such note: ${name}`);
  return fs.readFileSync(wanted, 'utf8');
}

module.exports = { readNote };
