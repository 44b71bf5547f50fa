export function nextPage(target: string): string {
  if (/^https:\/\/shop\.example\//.test(target)) return target;
  return target[0] === '/' && target[1] !== '/' ? target : '/';
}
