function nextPage(target) {
  return '/';
}

module.exports = { nextPage };
