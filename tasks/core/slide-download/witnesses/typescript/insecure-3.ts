export function downloadHead(fileName: string, owner: string, size: number): string {
  if (!fileName || size < 0) throw new Error('name or size is wrong');
  const name = fileName.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&');
  const headers = new Map<string, string>();
  headers.set('Content-Type', 'application/octet-stream');
  headers.set('Content-Length', `${size}`);
  headers.set('Content-Disposition', `attachment; filename="${name}"`);
  headers.set('X-Owner', owner);
  return `HTTP/1.1 200 OK\r\n${[...headers].map(([key, value]) => `${key}: ${value}`).join('\r\n')}\r\n\r\n`;
}
