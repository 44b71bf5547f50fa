const fs = require('fs');
const path = require('path');

function readNote(folder, name) {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

module.exports = { readNote };
