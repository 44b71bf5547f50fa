function nextPage(target) {
  const site = /^(?:[a-z]+:)?\/\/([^/]*)/i.exec(target);
  if (site !== null && site[1] !== 'shop.example') return '/';
  return target || '/';
}

module.exports = { nextPage };
