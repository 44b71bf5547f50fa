import { type Family, factorial, isReplacement } from './family.ts';

/** A whole number in [0, below), drawn from a seed: the same for the same purpose, whatever else was drawn. */
export type Dice = (purpose: string, below: number) => number;

export type Draw = {
  /** Of each parameter the index of its choice; 0 for an ordering. */
  readonly picks: readonly number[];
  /** Of each list of the specification the index of its permutation, where the family orders them; else empty. */
  readonly orders: readonly number[];
};

export const draw = (family: Family, listLengths: readonly number[], dice: Dice): Draw => ({
  picks: family.parameters.map((parameter) =>
    isReplacement(parameter) ? dice(`choice of ${parameter.name}`, parameter.choices.length) : 0,
  ),
  orders: family.parameters.some((parameter) => !isReplacement(parameter))
    ? listLengths.map((length, index) => dice(`order of list ${index}`, factorial(length)))
    : [],
});

/** What was drawn, for people and manifests: the base text of each parameter with its choice, or the numbers of permutations. */
export const describeDraw = (family: Family, { picks, orders }: Draw): Readonly<Record<string, string>> =>
  Object.fromEntries(
    family.parameters.map((parameter, index) => [
      parameter.name,
      isReplacement(parameter) ? (parameter.choices[picks[index] ?? 0]?.[0] ?? '') : orders.join(' '),
    ]),
  );

// Sixteen consonants and four vowels: 64 syllables of 6 bits.
const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiu';

const coined = (dice: Dice, purpose: string, syllables: number): string => {
  const letters = Array.from({ length: syllables }, (_, index) => {
    const at = dice(`${purpose}, syllable ${index}`, 64);
    return `${consonants.charAt(at >> 2)}${vowels.charAt(at & 3)}`;
  }).join('');
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
};

/** Names that nobody can guess, and that look like some: `Budalevi and Somuti` (48 bits), `Hanegura` (24 bits). */
export const drawMarkers = (dice: Dice): { readonly company: string; readonly town: string } => ({
  company: `${coined(dice, 'first partner', 4)} and ${coined(dice, 'second partner', 4)}`,
  town: coined(dice, 'town', 4),
});
