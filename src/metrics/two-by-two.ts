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

/**
 * The largest kappa that the two could reach with the shares of passes that they have: (max po − pe) / (1 − pe), where the agreement that
 * the margins allow is the sum of the smaller margins. Below 1 where one is stricter than the other. Undefined as `cohenKappa` is.
 */
export const largestKappa = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  const leftPass = counts.bothPass + counts.leftPassRightFail;
  const rightPass = counts.bothPass + counts.leftFailRightPass;
  const chance = leftPass * rightPass + (n - leftPass) * (n - rightPass);
  if (n === 0 || chance === n * n) return undefined;
  const possible = Math.min(leftPass, rightPass) + Math.min(n - leftPass, n - rightPass);
  return (possible * n - chance) / (n * n - chance);
};

/** How much more often both pass than both fail (Byrt et al. 1993), in [-1, 1]. Far from 0, kappa is low however well two agree. Undefined without samples. */
export const prevalenceIndex = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  return n === 0 ? undefined : (counts.bothPass - counts.bothFail) / n;
};

/** How much more often the left passes than the right (Byrt et al. 1993), in [-1, 1]; positive where the left is more lenient. Undefined without samples. */
export const biasIndex = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  return n === 0 ? undefined : (counts.leftPassRightFail - counts.leftFailRightPass) / n;
};

/**
 * Gwet's AC1 (2008): agreement beyond a chance of 2 q (1 − q), with q the mean share of passes, in [-1, 1].
 * Stays near the percent of agreement where one status is rare, where kappa collapses. Undefined without samples.
 */
export const gwetAc1 = (counts: TwoByTwo): number | undefined => {
  const n = total(counts);
  if (n === 0) return undefined;
  const passes = (2 * counts.bothPass + counts.leftPassRightFail + counts.leftFailRightPass) / (2 * n);
  const chance = 2 * passes * (1 - passes);
  return ((counts.bothPass + counts.bothFail) / n - chance) / (1 - chance);
};
