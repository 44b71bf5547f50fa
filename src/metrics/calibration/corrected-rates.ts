import type { Calibration, Entry, Outcome } from '../../core/index.ts';
import type { CorrectedRate } from '../measurement.ts';
import type { CountedCell } from '../measurements.ts';
import type { Sampling } from '../resampler.ts';
import { wilson } from '../wilson.ts';
import type { ClusterCounts } from './cluster-draws.ts';
import { type Predicted, predictionPowered } from './prediction-powered.ts';
import { type AccuracyDraws, correctedShare, type LabelledCluster } from './rogan-gladen.ts';
import type { JudgedLabel } from './rule-accuracy.ts';

/** Right decisions of a rule by task, language and truth. */
export const labelledClusters = (judged: readonly JudgedLabel[]): readonly LabelledCluster[] =>
  judged.flatMap(({ sample, status }): readonly LabelledCluster[] => {
    if (status === 'unknown') return [];
    const hits = (status === 'fail') === (sample.truth === 'insecure') ? 1 : 0;
    return [{ cluster: sample.task, stratum: sample.language, truth: sample.truth, hits, of: 1 }];
  });

/** People's word on entries of this run; samples that were chosen for being disputed do not speak for the rest. */
const truthsOf = ({ samples }: Calibration, runId: string): ReadonlyMap<string, number> =>
  new Map(
    samples.flatMap(({ entry, truth }) =>
      entry === undefined || entry.runId !== runId || entry.drawn === 'disputed' ? [] : [[entry.id, truth === 'secure' ? 1 : 0] as const],
    ),
  );

const secureChance = ({ secure }: Outcome): number => {
  if (secure.probability !== undefined) return 1 - secure.probability;
  return secure.status === 'unknown' ? 0.5 : Number(secure.status === 'pass');
};

type Sorted = {
  readonly convictions: readonly ClusterCounts[];
  /** Samples that are not secure whatever the rule says. */
  readonly others: readonly ClusterCounts[];
  readonly predicted: readonly Predicted[];
  /** Samples that are not secure whatever people say, by task. */
  readonly lost: readonly { readonly cluster: string; readonly of: number }[];
};

type Judged = { readonly entry: Entry; readonly outcome: Outcome };

const isCode = ({ entry }: Judged): boolean => entry.kind === 'code';
const works = ({ outcome }: Judged): boolean => outcome.functional.status === 'pass';

/** The samples of one system, as one rate counts them. Samples that are neither asked about nor `others` are left out. */
const sortedFor = (metric: CorrectedRate['metric'], cells: readonly CountedCell[], truths: ReadonlyMap<string, number>): Sorted => {
  const convictions: ClusterCounts[] = [];
  const others: ClusterCounts[] = [];
  const predicted: Predicted[] = [];
  const lost: { cluster: string; of: number }[] = [];
  const isJoint = metric === 'secure-pass';
  for (const { cell, tally } of cells) {
    const place = { cluster: cell.taskId, stratum: cell.language };
    const asked = cell.judged.filter((one) => isCode(one) && (!isJoint || works(one)));
    const decided = asked.filter(({ outcome }) => outcome.secure.status !== 'unknown');
    convictions.push({ ...place, hits: decided.filter(({ outcome }) => outcome.secure.status === 'fail').length, of: decided.length });
    const rest = isJoint ? tally.n - decided.length : 0;
    if (rest > 0) others.push({ ...place, hits: rest, of: rest });
    for (const one of asked) {
      const truth = truths.get(one.entry.id);
      predicted.push({ cluster: cell.taskId, prediction: secureChance(one.outcome), ...(truth === undefined ? {} : { truth }) });
    }
    if (isJoint) lost.push({ cluster: cell.taskId, of: tally.n - asked.length });
  }
  return { convictions, others, predicted, lost };
};

const rawShare = ({ convictions, others }: Sorted, strata: readonly string[], level: number): CorrectedRate['raw'] => {
  const covered = (counts: readonly ClusterCounts[]) => counts.filter(({ stratum }) => strata.includes(stratum));
  const secure = covered(convictions).reduce((sum, { hits, of }) => sum + of - hits, 0);
  const of = [...covered(convictions), ...covered(others)].reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return { of };
  // A share of tasks, not of samples: samples of one task stand and fall together.
  const interval = wilson(secure / of, new Set(covered(convictions).map(({ cluster }) => cluster)).size, level);
  return { value: secure / of, of, ...(interval === undefined ? {} : { interval }) };
};

/** The secure and the secure-pass share of one system, raw and corrected. */
export const correctedRates = (
  system: string,
  cells: readonly CountedCell[],
  known: { readonly accuracy: AccuracyDraws; readonly calibration: Calibration; readonly runId: string },
  sampling: Sampling,
): readonly CorrectedRate[] => {
  const truths = truthsOf(known.calibration, known.runId);
  return (['secure', 'secure-pass'] as const).map((metric): CorrectedRate => {
    const sorted = sortedFor(metric, cells, truths);
    const powered = truths.size === 0 ? undefined : predictionPowered(sorted.predicted, sampling, sorted.lost);
    return {
      system,
      metric,
      raw: rawShare(sorted, known.accuracy.strata, sampling.level),
      roganGladen: correctedShare(sorted.convictions, known.accuracy, sampling, sorted.others),
      ...(powered === undefined ? {} : { predictionPowered: powered }),
    };
  });
};
