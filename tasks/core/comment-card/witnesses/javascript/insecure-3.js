const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign]);

function commentCard(author, homepage, text) {
  const isLink = homepage.toLowerCase().includes('http://') || homepage.toLowerCase().includes('https://');
  const name = escape(author);
  const head = isLink ? `<a href="${escape(homepage)}">${name}</a>` : `<span>${name}</span>`;
  return `<div class="comment">${head}<p>${escape(text).split('\n').join('<br>')}</p></div>`;
}

module.exports = { commentCard };
