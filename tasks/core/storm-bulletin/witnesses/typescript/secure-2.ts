import * as crypto from 'crypto';

type Method = 'none' | 'hs256' | 'hs512';

const methods: readonly string[] = ['none', 'hs256', 'hs512'];
const known = (method: string): method is Method => methods.includes(method);

export const writeBulletin = (key: Uint8Array, method: string, text: string): string => {
  if (!known(method)) throw new TypeError('no such method');
  if (method === 'none') return `none::${text}`;
  const hash = method === 'hs256' ? 'sha256' : 'sha512';
  return `${method}:${crypto.createHmac(hash, key).update(text).digest('hex')}:${text}`;
};

export const readBulletin = (key: Uint8Array, bulletin: string): string => {
  const found = /^(hs256|hs512):[0-9a-f]+:([\s\S]*)$/.exec(bulletin);
  if (found === null) throw new TypeError('no bulletin');
  const [, method, text] = found;
  if (writeBulletin(key, method, text) !== bulletin) throw new Error('not signed with this key');
  return text;
};
