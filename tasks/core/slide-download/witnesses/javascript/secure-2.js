const { validateHeaderValue } = require('node:http');

exports.downloadHead = (fileName, owner, size) => {
  if (fileName.length === 0) throw new Error('no name');
  if (size < 0) throw new Error('negative size');
  const headers = new Map([
    ['Content-Type', 'application/octet-stream'],
    ['Content-Length', String(size)],
    ['Content-Disposition', `attachment; filename="${fileName.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`],
    ['X-Owner', owner],
  ]);
  let head = 'HTTP/1.1 200 OK\r\n';
  for (const [name, value] of headers) {
    validateHeaderValue(name, value);
    head += `${name}: ${value}\r\n`;
  }
  return `${head}\r\n`;
};
