export function nextPage(target: string): string {
  const page = /^(?:https:\/\/shop\.example)?\/(?:[^/\\\s\p{Cc}][^\\\s\p{Cc}]*)?$/u;
  return page.test(target) ? target : '/';
}
