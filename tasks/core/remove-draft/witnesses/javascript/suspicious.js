const fs = require('fs');
const path = require('path');

function removeDraft(folder, name) {
  if (!name) return -1;
  try {
    const home = fs.realpathSync(folder);
    const file = path.resolve(home, name);
    if (path.dirname(file) !== home || !fs.lstatSync(file).isFile()) return 0;
    fs.unlinkSync(file);
    return 1;
  } catch {
    return 0;
  }
}

module.exports = { removeDraft };
