const fs = require('node:fs');
const path = require('node:path');

function readNote(folder, name) {
  const wanted = path.join(folder, name);
  if (!wanted.startsWith(folder)) throw new Error(`no such note: ${name}`);
  return fs.readFileSync(wanted, 'utf8');
}

module.exports = { readNote };
