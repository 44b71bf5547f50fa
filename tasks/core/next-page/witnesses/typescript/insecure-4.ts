export function nextPage(target: string): string {
  const site = /^(?:[a-z]+:)?\/\/([^/]*)/i.exec(target);
  if (site !== null && site[1] !== 'shop.example') return '/';
  return target || '/';
}
