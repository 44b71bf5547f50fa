export function nextPage(target: string): string {
  return /^(\/\w+)+$/.test(target) ? target : '/';
}
