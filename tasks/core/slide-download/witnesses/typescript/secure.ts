const signs = (text: string): string => text.replace(/[\r\n]/g, '');

export function downloadHead(fileName: string, owner: string, size: number): string {
  if (fileName === '') {
    throw new Error('a download needs a name');
  }
  if (size < 0) {
    throw new Error('a size is never negative');
  }
  const quoted = signs(fileName).replace(/["\\]/g, '\\$&');
  const lines: readonly string[] = [
    'HTTP/1.1 200 OK',
    'Content-Type: application/octet-stream',
    `Content-Length: ${size}`,
    `Content-Disposition: attachment; filename="${quoted}"`,
    `X-Owner: ${signs(owner)}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
