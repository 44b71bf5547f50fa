const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export function commentCard(author: string, homepage: string, text: string): string {
  const name = escape(author);
  const head = /^https?:\/\//i.test(homepage) ? `<a href="${escape(homepage)}">${name}</a>` : `<span>${name}</span>`;
  return `<div class="comment">${head}<p>${escape(text).replaceAll('\n', '<br>')}</p></div>`;
}
