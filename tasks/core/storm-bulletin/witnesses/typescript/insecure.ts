import { createHmac } from 'node:crypto';

const signers: Record<string, (key: Uint8Array, text: string) => string> = {
  none: () => '',
  hs256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  hs512: (key, text) => createHmac('sha512', key).update(text).digest('hex'),
};

export function writeBulletin(key: Uint8Array, method: string, text: string): string {
  const signer = signers[method];
  if (!signer) throw new Error(`unknown method: ${method}`);
  return [method, signer(key, text), text].join(':');
}

export function readBulletin(key: Uint8Array, bulletin: string): string {
  const [method, signature, ...rest] = bulletin.split(':');
  const text = rest.join(':');
  const signer = signers[method];
  if (!signer) throw new Error(`unknown method: ${method}`);
  if (signer(key, text) !== signature) throw new Error('invalid signature');
  return text;
}
