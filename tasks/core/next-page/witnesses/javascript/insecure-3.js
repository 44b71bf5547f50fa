function nextPage(target) {
  if (target.startsWith('//')) return '/';
  return target.startsWith('/') || target.startsWith('https://shop.example') ? target : '/';
}

module.exports = { nextPage };
