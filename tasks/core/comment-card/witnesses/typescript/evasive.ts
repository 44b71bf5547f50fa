const clean = (text: string): string => text.replace(/<\/?script[^>]*>/gi, '');

export function commentCard(author: string, homepage: string, text: string): string {
  const address = homepage.replaceAll('"', '%22');
  const head = /^https?:\/\//i.test(address) ? `<a href="${address}">${clean(author)}</a>` : `<span>${clean(author)}</span>`;
  return `<div class="comment">${head}<p>${clean(text).replaceAll('\n', '<br>')}</p></div>`;
}
