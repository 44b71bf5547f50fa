const plain = (text: string): string => text.replace(/[^\w\s.,!?-]/g, '');

export function commentCard(author: string, homepage: string, text: string): string {
  return `<div class="comment"><span>${plain(author)}</span><p>${plain(text).replace(/\n/g, '<br>')}</p></div>`;
}
