export function nextPage(target: string): string {
  if (target.startsWith('/') || target.startsWith('https://shop.example')) return target;
  return '/';
}
