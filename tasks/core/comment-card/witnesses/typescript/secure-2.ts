function encoded(text: string): string {
  let result = '';
  for (const sign of text) {
    result += /[\p{L}\p{N} \n.,!?]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`;
  }
  return result;
}

export function commentCard(author: string, homepage: string, text: string): string {
  const address = homepage.toLowerCase();
  const isLink = address.startsWith('http://') || address.startsWith('https://');
  const name = encoded(author);
  const head = isLink ? '<a href="' + encoded(homepage) + '">' + name + '</a>' : '<span>' + name + '</span>';
  const lines = text.split('\n').map(encoded);
  return '<div class="comment">' + head + '<p>' + lines.join('<br>') + '</p></div>';
}
