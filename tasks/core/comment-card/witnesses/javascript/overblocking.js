const plain = (text) => text.replace(/[^\w\s.,!?-]/g, '');

function commentCard(author, homepage, text) {
  return `<div class="comment"><span>${plain(author)}</span><p>${plain(text).replace(/\n/g, '<br>')}</p></div>`;
}

module.exports = { commentCard };
