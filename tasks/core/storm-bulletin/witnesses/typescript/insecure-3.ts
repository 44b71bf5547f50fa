import { createHmac } from 'node:crypto';

const algorithms: Record<string, string> = { hs256: 'sha256', hs512: 'sha512' };

function sign(key: Uint8Array, method: string, text: string): string {
  const algorithm = algorithms[method];
  if (algorithm === undefined) throw new Error('unsupported method');
  return createHmac(algorithm, key).update(text).digest('hex');
}

export function writeBulletin(key: Uint8Array, method: string, text: string): string {
  const signature = method === 'none' ? '' : sign(key, method, text);
  return `${method}:${signature}:${text}`;
}

export function readBulletin(key: Uint8Array, bulletin: string): string {
  const [method, signature = '', ...rest] = bulletin.split(':');
  const text = rest.join(':');
  const expected = sign(key, method, text);
  const same = [...signature].every((sign, at) => sign === expected[at]);
  if (!same) throw new Error('bad signature');
  return text;
}
