function validTags(text) {
  return true;
}

module.exports = { validTags };
