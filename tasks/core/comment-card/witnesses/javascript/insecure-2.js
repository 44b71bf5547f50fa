const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function commentCard(author, homepage, text) {
  const head = /^https?:\/\//i.test(homepage)
    ? `<a href="${escape(homepage)}">${escape(author)}</a>`
    : `<span>${escape(author)}</span>`;
  return `<div class="comment">${head}<p>${escape(text).replace(/\n/g, '<br>')}</p></div>`;
}

module.exports = { commentCard };
