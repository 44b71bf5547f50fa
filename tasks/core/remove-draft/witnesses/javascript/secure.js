const fs = require('fs');
const path = require('path');

module.exports = { removeDraft };

function removeDraft(folder, name) {
  if (name === '') return -1;
  if (path.basename(name) !== name || name === '.' || name === '..') return 0;
  try {
    fs.unlinkSync(path.join(folder, name));
    return 1;
  } catch {
    return 0;
  }
}
