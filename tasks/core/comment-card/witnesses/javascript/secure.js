const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign]);

function commentCard(author, homepage, text) {
  const name = escape(author);
  const head = /^https?:\/\//i.test(homepage) ? `<a href="${escape(homepage)}">${name}</a>` : `<span>${name}</span>`;
  return `<div class="comment">${head}<p>${escape(text).replaceAll('\n', '<br>')}</p></div>`;
}

module.exports = { commentCard };
