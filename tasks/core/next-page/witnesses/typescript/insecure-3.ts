export function nextPage(target: string): string {
  if (target.startsWith('//')) return '/';
  return target.startsWith('/') || target.startsWith('https://shop.example') ? target : '/';
}
