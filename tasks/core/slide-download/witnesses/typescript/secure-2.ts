type Header = readonly [name: string, value: string];

const written = ([name, value]: Header): string => {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new Error(`the value of ${name} is not plain ASCII`);
  return `${name}: ${value}\r\n`;
};

export const downloadHead = (fileName: string, owner: string, size: number): string => {
  if (fileName.length === 0 || size < 0) throw new Error('no such download');
  const quoted = [...fileName].map((sign) => (sign === '"' || sign === '\\' ? `\\${sign}` : sign)).join('');
  const headers: Header[] = [
    ['X-Owner', owner],
    ['Content-Disposition', `attachment; filename="${quoted}"`],
    ['Content-Length', String(size)],
    ['Content-Type', 'application/octet-stream'],
  ];
  return `HTTP/1.1 200 OK\r\n${headers.map(written).join('')}\r\n`;
};
