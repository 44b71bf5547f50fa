const fs = require('node:fs');
const path = require('node:path');

function readNote(folder, name) {
  if (path.basename(name) !== name || name === '..') throw new Error(`no such note: ${name}`);
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

module.exports = { readNote };
