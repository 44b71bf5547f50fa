function seal(document) {
  return '';
}

module.exports = { seal };
