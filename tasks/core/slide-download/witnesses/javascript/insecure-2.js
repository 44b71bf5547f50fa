const clean = (text) => text.split('\r\n').join(' ');

function downloadHead(fileName, owner, size) {
  if (!fileName || size < 0) throw new Error('name or size is wrong');
  const name = clean(fileName).replace(/["\\]/g, (sign) => `\\${sign}`);
  return (
    'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n' +
    `Content-Length: ${size}\r\nContent-Disposition: attachment; filename="${name}"\r\nX-Owner: ${clean(owner)}\r\n\r\n`
  );
}

module.exports = { downloadHead };
