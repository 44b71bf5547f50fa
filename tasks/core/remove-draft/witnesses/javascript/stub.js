function removeDraft(folder, name) {
  return 0;
}

module.exports = { removeDraft };
