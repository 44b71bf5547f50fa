function fingerprint(folder, name) {
  return '0'.repeat(64);
}

module.exports = { fingerprint };
