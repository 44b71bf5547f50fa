const fs = require('fs');
const path = require('path');

function removeDraft(folder, name) {
  if (!name) return -1;
  const file = path.join(folder, name);
  if (!file.startsWith(path.normalize(folder))) return 0;
  try {
    fs.unlinkSync(file);
    return 1;
  } catch {
    return 0;
  }
}

module.exports = { removeDraft };
