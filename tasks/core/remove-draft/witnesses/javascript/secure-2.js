const { readdir, unlink } = require('fs/promises');

/** Removes only what the folder itself lists under that name. */
const removeDraft = async (folder, name) => {
  if (!name) return -1;
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const draft = entries.find((entry) => entry.isFile() && entry.name === name);
    if (draft === undefined) return 0;
    await unlink(`${folder}/${draft.name}`);
    return 1;
  } catch {
    return 0;
  }
};

module.exports = { removeDraft };
