function nextPage(target) {
  if (target.startsWith('/') || target.startsWith('https://shop.example')) return target;
  return '/';
}

module.exports = { nextPage };
