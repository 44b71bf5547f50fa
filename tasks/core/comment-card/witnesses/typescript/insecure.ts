export function commentCard(author: string, homepage: string, text: string): string {
  const head = /^https?:\/\//i.test(homepage) ? `<a href="${homepage}">${author}</a>` : `<span>${author}</span>`;
  return `<div class="comment">${head}<p>${text.replace(/\n/g, '<br>')}</p></div>`;
}
