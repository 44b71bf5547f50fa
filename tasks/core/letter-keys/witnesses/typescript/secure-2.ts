import * as crypto from 'crypto';

export const newPair = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = {
      modulusLength: 2560,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    } as const;
    crypto.generateKeyPair('rsa', options, (error, _publicKey, privateKey) => (error ? reject(error) : resolve(privateKey)));
  });

export const publicPart = (privateKey: string): string =>
  crypto.createPublicKey({ key: privateKey, format: 'pem' }).export({ type: 'spki', format: 'pem' }) as string;
