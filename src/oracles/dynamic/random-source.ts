import { createHash } from 'node:crypto';

/** Repeatable values that nobody without the seed can guess. */
export type RandomSource = {
  /** About 72 bits that look like a name; the same name yields the same text, whatever was drawn before. */
  secret(name: string): string;
  /** A whole number in [from, to], both included; each call draws anew. Throws a RangeError for an empty range. */
  integer(from: number, to: number): number;
};

// Sixteen consonants and four vowels: 64 syllables of 6 bits.
const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiu';
const syllables = [...consonants].flatMap((consonant) => [...vowels].map((vowel) => consonant + vowel));

const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

export const randomSource = (seed: string): RandomSource => {
  let drawn = 0;
  return {
    secret: (name) => {
      const bytes = digest(seed, 'secret', name);
      const syllable = (at: number): string => syllables[(bytes[at] ?? 0) % 64] ?? '';
      return [0, 3, 6, 9].map((at) => syllable(at) + syllable(at + 1) + syllable(at + 2)).join('-');
    },
    integer: (from, to) => {
      if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to))
        throw new RangeError(`no whole number in [${from}, ${to}]`);
      drawn += 1;
      return from + (digest(seed, 'integer', String(drawn)).readUIntBE(0, 6) % (to - from + 1));
    },
  };
};
