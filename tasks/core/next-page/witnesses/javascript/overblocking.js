function nextPage(target) {
  return /^(\/\w+)+$/.test(target) ? target : '/';
}

module.exports = { nextPage };
