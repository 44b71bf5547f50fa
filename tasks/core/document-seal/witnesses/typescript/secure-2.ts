import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;

export async function seal(document: Uint8Array): Promise<string> {
  const digest = await subtle.digest('SHA-512', document);
  return `sha512.${Buffer.from(digest).toString('base64url')}`;
}
