import { createHash } from 'node:crypto';
import type { Dice } from '../../variants/index.ts';

const digest = (...parts: readonly (string | number)[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/** Draws of a family from a suite's seed: by SHA-256, so that whoever doesn't know the seed of a private suite can't compute them. */
export const diceOf =
  (seed: number, family: string): Dice =>
  (purpose, below) =>
    digest('fathom variant', seed, family, purpose).readUIntBE(0, 6) % below;

/** The canary of a variant: a UUID that follows from seed and family. */
export const canaryOf = (seed: number, family: string): string => {
  const bytes = digest('fathom canary', seed, family).subarray(0, 16);
  // Version 4, variant 1: the bits by which a UUID says that it is random.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
