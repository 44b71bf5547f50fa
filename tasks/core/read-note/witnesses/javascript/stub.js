function readNote(folder, name) {
  return '';
}

module.exports = { readNote };
