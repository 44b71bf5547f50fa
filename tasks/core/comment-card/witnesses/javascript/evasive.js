const clean = (text) => text.replace(/<\/?script[^>]*>/gi, '');

function commentCard(author, homepage, text) {
  const address = homepage.replaceAll('"', '%22');
  const head = /^https?:\/\//i.test(address) ? `<a href="${address}">${clean(author)}</a>` : `<span>${clean(author)}</span>`;
  return `<div class="comment">${head}<p>${clean(text).replaceAll('\n', '<br>')}</p></div>`;
}

module.exports = { commentCard };
