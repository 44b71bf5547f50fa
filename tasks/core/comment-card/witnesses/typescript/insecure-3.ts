const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export function commentCard(author: string, homepage: string, text: string): string {
  const isLink = homepage.toLowerCase().includes('http://') || homepage.toLowerCase().includes('https://');
  const name = escape(author);
  const head = isLink ? `<a href="${escape(homepage)}">${name}</a>` : `<span>${name}</span>`;
  return `<div class="comment">${head}<p>${escape(text).split('\n').join('<br>')}</p></div>`;
}
