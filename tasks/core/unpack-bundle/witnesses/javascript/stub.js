function unpackBundle(bundle, target) {
  return [];
}

module.exports = { unpackBundle };
