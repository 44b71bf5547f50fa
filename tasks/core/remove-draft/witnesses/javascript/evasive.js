const { rm } = require('fs/promises');

async function removeDraft(folder, name) {
  if (!name) return -1;
  const draft = [folder, name.replaceAll('../', '')].join('/');
  return rm(draft).then(
    () => 1,
    () => 0,
  );
}

module.exports = { removeDraft };
