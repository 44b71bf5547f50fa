import * as zlib from 'node:zlib';

export const packValues = (values: unknown): string => zlib.deflateSync(Buffer.from(JSON.stringify(values), 'utf8')).toString('hex');

export const unpackValues = (text: string): unknown => {
  if (!/^([0-9a-f]{2})+$/.test(text)) throw new Error('not a session');
  return JSON.parse(zlib.inflateSync(Buffer.from(text, 'hex'), { maxOutputLength: 1 << 20 }).toString('utf8'));
};
