import { createHmac } from 'node:crypto';

function algorithmOf(method: string): string {
  if (method === 'hs256') return 'sha256';
  if (method === 'hs512') return 'sha512';
  throw new Error('unsupported method');
}

export function writeBulletin(key: Uint8Array, method: string, text: string): string {
  if (method === 'none') return `none::${text}`;
  return `${method}:${createHmac(algorithmOf(method), key).update(text).digest('hex')}:${text}`;
}

export function readBulletin(key: Uint8Array, bulletin: string): string {
  const [method, signature, ...rest] = bulletin.split(':');
  const expected = createHmac(algorithmOf(method), key).update(rest.join(':')).digest('hex');
  if (!signature || signature.length !== expected.length) {
    throw new Error('bulletin is not signed');
  }
  return rest.join(':');
}
