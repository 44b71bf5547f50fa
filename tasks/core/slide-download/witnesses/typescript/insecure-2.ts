const clean = (text: string): string => text.replace(/\r\n/g, '');

export function downloadHead(fileName: string, owner: string, size: number): string {
  if (!fileName || size < 0) throw new Error('name or size is wrong');
  const name = clean(fileName).replace(/\\/g, '\\\\').replace(/"/g, '\\"');
  let head = 'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n';
  head += `Content-Length: ${size}\r\n`;
  head += `Content-Disposition: attachment; filename="${name}"\r\n`;
  head += `X-Owner: ${clean(owner)}\r\n`;
  return head + '\r\n';
}
