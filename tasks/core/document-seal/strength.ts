import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The most bits by which equally made texts can differ: the places that vary, times the logarithm of the signs that are seen there.
 * Never too small for texts of even distribution, so that a long seal is not taken for a short one. 0 where all are equal.
 */
export const bitsOf = (texts: readonly string[]): number => {
  const places = Array.from({ length: Math.max(...texts.map(({ length }) => length)) }, (_, at) => new Set(texts.map((text) => text[at])));
  const varying = places.filter(({ size }) => size > 1);
  const signs = new Set(varying.flatMap((place) => [...place]));
  return varying.length === 0 ? 0 : varying.length * Math.log2(signs.size);
};

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

const adler32 = (content: Buffer): number => {
  let [a, b] = [1, 0];
  for (const byte of content) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
};

/** What a candidate may hash in place of the bare document. */
const shapes = (document: Buffer): readonly Buffer[] => [
  document,
  Buffer.from(document.toString('base64')),
  Buffer.from(document.toString('hex')),
  ...['', ':', '\0', ' '].map((between) => Buffer.concat([Buffer.from(`${document.length}${between}`), document])),
];

const written = (digest: Buffer): readonly string[] => {
  const digits = digest.toString('hex');
  const base64 = digest.toString('base64').replace(/=+$/, '');
  return [digits, digits.toUpperCase(), base64, digest.toString('base64url'), BigInt(`0x${digits}`).toString()];
};

/** What stays of a seal when every weak digest of its document is taken out of it, whole or cut to 128 bits. */
export const withoutWeakDigests = (seal: string, document: Buffer): string => {
  let rest = seal;
  for (const shape of shapes(document)) {
    const hashes = ['sha1', 'md5'].map((algorithm) => createHash(algorithm).update(shape).digest());
    for (const digest of [...hashes, ...hashes.map((each) => each.subarray(0, 16)), word(crc32(shape)), word(adler32(shape))]) {
      // A short number would be found in any seal.
      for (const text of written(digest)) if (text.length >= 6) rest = rest.replaceAll(text, '');
    }
  }
  return rest;
};
