const shop = 'https://shop.example';

function nextPage(target) {
  // Browsers drop tabs and line ends, and take a backslash for a slash: the URL class does the same.
  if (!target.startsWith('/') && !target.startsWith(`${shop}/`)) return '/';
  try {
    return new URL(target, shop).origin === shop ? target : '/';
  } catch {
    return '/';
  }
}

module.exports = { nextPage };
