import { createHmac, timingSafeEqual } from 'node:crypto';

const hashes: ReadonlyMap<string, string> = new Map([
  ['hs256', 'sha256'],
  ['hs512', 'sha512'],
]);

function sign(key: Uint8Array, method: string, text: string): string {
  const hash = hashes.get(method);
  if (hash === undefined) throw new Error(`unknown method ${method}`);
  return createHmac(hash, key).update(text, 'utf8').digest('hex');
}

export function writeBulletin(key: Uint8Array, method: string, text: string): string {
  return method === 'none' ? `none::${text}` : `${method}:${sign(key, method, text)}:${text}`;
}

export function readBulletin(key: Uint8Array, bulletin: string): string {
  const [method = '', signature = '', ...rest] = bulletin.split(':');
  const text = rest.join(':');
  const expected = Buffer.from(sign(key, method, text));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error('the signature is wrong');
  }
  return text;
}
