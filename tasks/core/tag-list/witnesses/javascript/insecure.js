function validTags(text) {
  return /^ *(?:[A-Za-z0-9]+-?)+(?<!-) *(?:, *(?:[A-Za-z0-9]+-?)+(?<!-) *)*$/.test(text);
}

module.exports = { validTags };
