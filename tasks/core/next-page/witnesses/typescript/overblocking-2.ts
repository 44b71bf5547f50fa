export function nextPage(target: string): string {
  const page = /^(?:https:\/\/shop\.example)?\/(?:[^/\\\s\p{Cc}][^\\\s\p{Cc}]*)?$/u;
  if (!page.test(target)) throw new Error('not a page of the shop');
  return target;
}
