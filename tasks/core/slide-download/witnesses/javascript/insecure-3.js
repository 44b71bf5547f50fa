const quoted = (text) => JSON.stringify(text);

function downloadHead(fileName, owner, size) {
  if (!fileName || size < 0) throw new Error('name or size is wrong');
  const head = ['HTTP/1.1 200 OK', 'Content-Type: application/octet-stream', `Content-Length: ${size}`];
  head.push(`X-Owner: ${owner}`);
  head.push(`Content-Disposition: attachment; filename=${quoted(fileName)}`);
  return head.join('\r\n') + '\r\n\r\n';
}

module.exports = { downloadHead };
