import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

const modulusLength = 2048;

export function newPair(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function publicPart(privateKey: string): string {
  const key = createPublicKey(createPrivateKey(privateKey));
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
