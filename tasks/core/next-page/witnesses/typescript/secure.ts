const shop = 'https://shop.example';

export function nextPage(target: string): string {
  // Browsers drop tabs and line ends, and take a backslash for a slash: the URL class does the same.
  if (!target.startsWith('/') && !target.startsWith(`${shop}/`)) return '/';
  try {
    return new URL(target, shop).origin === shop ? target : '/';
  } catch {
    return '/';
  }
}
