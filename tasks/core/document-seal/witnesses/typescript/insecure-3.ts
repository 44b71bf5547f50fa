const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function seal(document: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of document) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return `${document.length}-${(~crc >>> 0).toString(16).padStart(8, '0')}`;
}
