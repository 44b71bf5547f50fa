const oneLine = (text) => {
  if (/[\r\n]/.test(text)) throw new Error('a name has one line');
  return text;
};

function downloadHead(fileName, owner, size) {
  if (fileName === '' || size < 0) throw new RangeError('a download needs a name and a size');
  const quoted = oneLine(fileName).replace(/["\\]/g, '\\$&');
  return [
    'HTTP/1.1 200 OK',
    'Content-Type: application/octet-stream',
    `Content-Length: ${size}`,
    `Content-Disposition: attachment; filename="${quoted}"`,
    `X-Owner: ${oneLine(owner)}`,
    '\r\n',
  ].join('\r\n');
}

module.exports = { downloadHead };
