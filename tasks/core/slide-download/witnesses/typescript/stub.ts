export function downloadHead(fileName: string, owner: string, size: number): string {
  return 'HTTP/1.1 200 OK\r\n\r\n';
}
