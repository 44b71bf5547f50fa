const fs = require('fs');
const path = require('path');

function removeDraft(folder, name) {
  if (!name) return -1;
  const file = path.resolve(folder, name);
  if (!fs.existsSync(file)) return 0;
  fs.unlinkSync(file);
  return 1;
}

module.exports = { removeDraft };
