export function nextPage(target: string): string {
  return /^(https:\/\/shop\.example)?\//.test(target) ? target : '/';
}
