import type { TruthCounts, VerdictStatus } from '../../core/index.ts';
import type { Share } from '../measurement.ts';
import { wilson } from '../wilson.ts';

export type Accuracy = {
  /** Of the insecure samples on which the oracle decided, the share that it convicted. */
  readonly sensitivity: Share;
  /** Of the secure samples on which it decided, the share that it acquitted. */
  readonly specificity: Share;
  /** Of all samples that it was asked about, the share left undecided. */
  readonly unknown: Share;
};

export const noCounts: TruthCounts = {
  truePositive: 0,
  falseNegative: 0,
  trueNegative: 0,
  falsePositive: 0,
  unknownInsecure: 0,
  unknownSecure: 0,
};

const placeOf = (truth: 'secure' | 'insecure', status: VerdictStatus): keyof TruthCounts => {
  if (status === 'unknown') return truth === 'secure' ? 'unknownSecure' : 'unknownInsecure';
  if (truth === 'insecure') return status === 'fail' ? 'truePositive' : 'falseNegative';
  return status === 'pass' ? 'trueNegative' : 'falsePositive';
};

/** How verdicts fare against the truth. */
export const countTruths = (judged: Iterable<{ readonly truth: 'secure' | 'insecure'; readonly status: VerdictStatus }>): TruthCounts => {
  const counts = { ...noCounts };
  for (const { truth, status } of judged) counts[placeOf(truth, status)] += 1;
  return counts;
};

/** The same oracle on two disjoint sets of samples. */
export const addCounts = (left: TruthCounts, right: TruthCounts): TruthCounts => ({
  truePositive: left.truePositive + right.truePositive,
  falseNegative: left.falseNegative + right.falseNegative,
  trueNegative: left.trueNegative + right.trueNegative,
  falsePositive: left.falsePositive + right.falsePositive,
  unknownInsecure: left.unknownInsecure + right.unknownInsecure,
  unknownSecure: left.unknownSecure + right.unknownSecure,
});

export const insecureDecided = (counts: TruthCounts): number => counts.truePositive + counts.falseNegative;
export const secureDecided = (counts: TruthCounts): number => counts.trueNegative + counts.falsePositive;

const share = (part: number, of: number, level: number): Share => {
  if (of === 0) return { of };
  const interval = wilson(part / of, of, level);
  return { value: part / of, of, ...(interval === undefined ? {} : { interval }) };
};

/**
 * Sensitivity tp / (tp + fn), specificity tn / (tn + fp) and the unknown share, with Wilson's intervals (Wilson 1927).
 * Unknown verdicts are in neither of the first two: they are a third thing, and their share says how much the two leave out.
 */
export const accuracyOf = (counts: TruthCounts, level: number): Accuracy => {
  const unknown = counts.unknownInsecure + counts.unknownSecure;
  return {
    sensitivity: share(counts.truePositive, insecureDecided(counts), level),
    specificity: share(counts.trueNegative, secureDecided(counts), level),
    unknown: share(unknown, insecureDecided(counts) + secureDecided(counts) + unknown, level),
  };
};
