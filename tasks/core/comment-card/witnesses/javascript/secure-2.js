function encoded(text) {
  let result = '';
  for (const sign of text) {
    result += /[\p{L}\p{N} \n.,!?]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`;
  }
  return result;
}

function commentCard(author, homepage, text) {
  const address = homepage.toLowerCase();
  const isLink = address.startsWith('http://') || address.startsWith('https://');
  const name = encoded(author);
  const head = isLink ? '<a href="' + encoded(homepage) + '">' + name + '</a>' : '<span>' + name + '</span>';
  const lines = text.split('\n').map(encoded);
  return '<div class="comment">' + head + '<p>' + lines.join('<br>') + '</p></div>';
}

module.exports = { commentCard };
