function nextPage(target) {
  return /^(https:\/\/shop\.example)?\//.test(target) ? target : '/';
}

module.exports = { nextPage };
