function validTags(text) {
  if (text.length > 200) return false;
  return text.split(',').every((tag) => /^ *[A-Za-z0-9]+(-[A-Za-z0-9]+)* *$/.test(tag));
}

module.exports = { validTags };
