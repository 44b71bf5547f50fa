export function downloadHead(fileName: string, owner: string, size: number): string {
  if (!fileName) throw new Error('fileName must not be empty');
  if (size < 0) throw new Error('size must not be negative');
  const name = fileName.replace(/["\\]/g, '\\$&');
  return [
    'HTTP/1.1 200 OK',
    'Content-Type: application/octet-stream',
    `Content-Length: ${size}`,
    `Content-Disposition: attachment; filename="${name}"`,
    `X-Owner: ${owner}`,
    '',
    '',
  ].join('\r\n');
}
