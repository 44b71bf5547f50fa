function validTags(text) {
  return false;
}

module.exports = { validTags };
