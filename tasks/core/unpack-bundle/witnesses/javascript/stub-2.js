function unpackBundle(bundle, target) {
  throw new Error('not supported yet');
}

module.exports = { unpackBundle };
