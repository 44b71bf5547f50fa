function downloadHead(fileName, owner, size) {
  if (!fileName) throw new Error('fileName must not be empty');
  if (size < 0) throw new Error('size must not be negative');
  const name = fileName.replace(/(["\\])/g, '\\$1');
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': size,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Owner': owner,
  };
  const lines = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`);
  return `HTTP/1.1 200 OK\r\n${lines.join('')}\r\n`;
}

module.exports = { downloadHead };
