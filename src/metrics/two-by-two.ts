import type { Agreement } from './measurement.ts';

export type TwoByTwo = Agreement['counts'];

const total = (counts: TwoByTwo): number => counts.bothPass + counts.leftPassRightFail + counts.leftFailRightPass + counts.bothFail;

/** Share of samples on which both say the same. Undefined without samples. */
export const percentAgreement = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  return n === 0 ? undefined : (counts.bothPass + counts.bothFail) / n;
};

/**
 * Agreement beyond chance (Cohen 1960): (po − pe) / (1 − pe), in [-1, 1].
 * Undefined without samples, and where chance alone makes both agree always (each says one and the same thing of all).
 * Collapses when one status is rare: read it beside the counts.
 */
export const cohenKappa = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  const leftPass = counts.bothPass + counts.leftPassRightFail;
  const rightPass = counts.bothPass + counts.leftFailRightPass;
  // In whole numbers, so that a chance agreement of exactly 1 is seen as such.
  const chance = leftPass * rightPass + (n - leftPass) * (n - rightPass);
  if (n === 0 || chance === n * n) return undefined;
  return ((counts.bothPass + counts.bothFail) * n - chance) / (n * n - chance);
};

/** Matthews' correlation of the two, in [-1, 1]. Undefined where one of them never varies. */
export const matthewsCorrelation = (counts: TwoByTwo): number | undefined => {
  const leftPass = counts.bothPass + counts.leftPassRightFail;
  const rightPass = counts.bothPass + counts.leftFailRightPass;
  const n = total(counts);
  const product = Math.sqrt(leftPass) * Math.sqrt(rightPass) * Math.sqrt(n - leftPass) * Math.sqrt(n - rightPass);
  if (product === 0) return undefined;
  return (counts.bothPass * counts.bothFail - counts.leftPassRightFail * counts.leftFailRightPass) / product;
};
