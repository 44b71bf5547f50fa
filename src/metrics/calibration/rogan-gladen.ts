import type { CorrectedShare, Interval } from '../measurement.ts';
import { percentiles, type Sampling } from '../resampler.ts';
import { type ClusterCounts, type ShareDraws, type Shares, shareDraws } from './cluster-draws.ts';

/**
 * The true insecure share behind a convicted share (Rogan and Gladen 1978): (p + specificity − 1) / (sensitivity + specificity − 1).
 * Not clipped: outside [0, 1] the accuracy can't be that of this population. Undefined for an oracle that is no better than chance.
 */
export const roganGladen = (convicted: number, sensitivity: number, specificity: number): number | undefined => {
  const informed = sensitivity + specificity - 1;
  return informed > 0 ? (convicted + specificity - 1) / informed : undefined;
};

/** The accuracy of one rule as a calibration set shows it, with its resamples; made once, used for every system. */
export type AccuracyDraws = { readonly strata: readonly string[]; readonly sensitivity: ShareDraws; readonly specificity: ShareDraws };

export type LabelledCluster = {
  readonly cluster: string;
  readonly stratum: string;
  readonly truth: 'secure' | 'insecure';
  readonly hits: number;
  readonly of: number;
};

/** Strata of which the set holds both kinds, and where the rule is better than chance; `hits` are right decisions. */
export const accuracyDraws = (labelled: readonly LabelledCluster[], sampling: Pick<Sampling, 'seed' | 'resamples'>): AccuracyDraws => {
  const all = [...new Set(labelled.map((one) => one.stratum))].sort();
  const drawsOver = (strata: readonly string[], truth: LabelledCluster['truth'], stream: number): ShareDraws =>
    shareDraws(
      labelled.filter((one) => one.truth === truth && strata.includes(one.stratum)),
      strata,
      { ...sampling, stream },
    );
  const points = [drawsOver(all, 'insecure', 1).point, drawsOver(all, 'secure', 2).point];
  const strata = all.filter((_, at) => (points[0]?.share[at] ?? 0) + (points[1]?.share[at] ?? 0) > 1);
  return { strata, sensitivity: drawsOver(strata, 'insecure', 1), specificity: drawsOver(strata, 'secure', 2) };
};

/** Samples that count as insecure without asking the rule: they do not work, or hold no code. */
const lost = '(lost)';

type Known = { readonly run: Shares; readonly sensitivity: Shares; readonly specificity: Shares };

/** The secure share over all strata, each corrected by its own accuracy. Undefined where a stratum with samples can't be corrected. */
const securely = ({ run, sensitivity, specificity }: Known): number | undefined => {
  let [secure, all] = [0, 0];
  for (const [at, of] of run.of.entries()) {
    all += of;
    const isLost = at === run.of.length - 1;
    if (of === 0 || isLost) continue;
    const insecure = roganGladen(run.share[at] ?? Number.NaN, sensitivity.share[at] ?? Number.NaN, specificity.share[at] ?? Number.NaN);
    if (insecure === undefined || Number.isNaN(insecure)) return undefined;
    secure += of * (1 - insecure);
  }
  return all === 0 ? undefined : secure / all;
};

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** Low and high ends over resamples of both sets; a resample without a value could be anything. */
const intervalOf = (values: readonly (number | undefined)[], point: number, level: number): Interval => {
  const lows = Float64Array.from(values, (value) => (value === undefined ? 0 : clip(value))).sort();
  const highs = Float64Array.from(values, (value) => (value === undefined ? 1 : clip(value))).sort();
  const low = Math.min(percentiles(lows, level).low, point);
  return { low, high: Math.max(percentiles(highs, level).high, point), level, method: 'two-set-bootstrap' };
};

const sumOf = (counts: readonly ClusterCounts[]): number => counts.reduce((total, one) => total + one.of, 0);

/**
 * The secure share of a run's samples, corrected by language. Its interval draws the tasks of the run and of the calibration set
 * anew, so that it holds both uncertainties; none with fewer than two tasks in either.
 * `hits` of `run` are convictions. `others`: samples that are not secure whatever the rule says, of the same languages.
 */
export const correctedShare = (
  run: readonly ClusterCounts[],
  accuracy: AccuracyDraws,
  sampling: Sampling,
  others: readonly ClusterCounts[] = [],
): CorrectedShare => {
  const { strata, sensitivity, specificity } = accuracy;
  const isCovered = (one: ClusterCounts): boolean => strata.includes(one.stratum);
  const covered = [...run.filter(isCovered), ...others.filter(isCovered).map((one) => ({ ...one, stratum: lost, hits: one.of }))];
  const n = sumOf(covered);
  // Where the rule decided nothing there is nothing to correct.
  const isDecided = covered.some(({ stratum, of }) => stratum !== lost && of > 0);
  const known = { n, uncalibrated: sumOf(run) + sumOf(others) - n };
  const draws = shareDraws(covered, [...strata, lost], { ...sampling, stream: 3 });
  const raw = securely({ run: draws.point, sensitivity: sensitivity.point, specificity: specificity.point });
  if (!isDecided || raw === undefined) return { ...known, clipped: false };
  const value = clip(raw);
  // Beyond the ends by more than rounding.
  const clipped = Math.abs(value - raw) > 1e-9;
  const rounds = Math.min(draws.rounds.length, sensitivity.rounds.length, specificity.rounds.length);
  if (rounds === 0) return { ...known, value, clipped };
  const values = Array.from({ length: rounds }, (_, round) => {
    const [drawn, sens, spec] = [draws.rounds[round], sensitivity.rounds[round], specificity.rounds[round]];
    return drawn && sens && spec ? securely({ run: drawn, sensitivity: sens, specificity: spec }) : undefined;
  });
  const cut = values.filter((one) => one === undefined || one < 0 || one > 1).length;
  return { ...known, value, clipped, interval: intervalOf(values, value, sampling.level), clippedShare: cut / rounds };
};
