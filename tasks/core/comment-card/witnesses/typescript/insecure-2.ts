const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function commentCard(author: string, homepage: string, text: string): string {
  const head = /^https?:\/\//i.test(homepage)
    ? `<a href="${escape(homepage)}">${escape(author)}</a>`
    : `<span>${escape(author)}</span>`;
  return `<div class="comment">${head}<p>${escape(text).replace(/\n/g, '<br>')}</p></div>`;
}
