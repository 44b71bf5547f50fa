const { rmSync } = require('fs');
const { join } = require('path');

function removeDraft(folder, name) {
  if (!name) return -1;
  if (!/^[\w-]+\.?\w*$/.test(name)) return 0;
  try {
    rmSync(join(folder, name));
    return 1;
  } catch {
    return 0;
  }
}

module.exports = { removeDraft };
