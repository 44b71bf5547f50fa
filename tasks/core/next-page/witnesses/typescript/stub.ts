export function nextPage(target: string): string {
  return '/';
}
