const { join } = require('node:path');
const files = require('node:fs');

const reader = { load: files['readFileSync'] };

function readNote(folder, name) {
  const inside = name.split('../').join('');
  return reader.load(join(folder, inside), 'utf8');
}

module.exports = { readNote };
