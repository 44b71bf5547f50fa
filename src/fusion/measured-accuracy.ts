import type { Calibration, CweId, LabelledSample, Language, TruthCounts } from '../core/index.ts';
import { addCounts, countTruths, insecureDecided, noCounts, secureDecided } from '../metrics/calibration/accuracy.ts';
import { verdictsOf } from './labelled.ts';
import { type KnownAccuracy, voterOf } from './odds.ts';
import { votesOn } from './votes.ts';

/**
 * How many samples the language's accuracy is worth beside those of one weakness: with ten samples of a weakness both weigh the same.
 * Most weaknesses have few witnesses, and one of them must not swing a weight.
 */
const worth = 10;

const keyOf = (voter: string, language: Language, cwe?: CweId): string => `${voter}\n${language}\n${cwe ?? ''}`;

const tableOf = (calibration: Calibration, samples: readonly LabelledSample[]): ReadonlyMap<string, TruthCounts> => {
  // Witnesses decide which analyzer has a vote. Counted over its votes alone, an analyzer would be right on every one of them.
  const heardAll = calibration.source === 'witnesses';
  const table = new Map<string, TruthCounts>();
  for (const sample of samples) {
    for (const vote of votesOn('secure', verdictsOf(sample, calibration.oracles, { heardAll }))) {
      const counts = countTruths([{ truth: sample.truth, status: vote.status }]);
      for (const cwe of [undefined, ...new Set(sample.cwes)]) {
        const key = keyOf(voterOf(vote), sample.language, cwe);
        table.set(key, addCounts(table.get(key) ?? noCounts, counts));
      }
    }
  }
  return table;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Towards the language's share, as if `worth` samples had shown it. */
const shrunk = (hits: number, of: number, towards: number): number => (hits + worth * towards) / (of + worth);

/** Laplace's rule of succession: nobody is infallible on the strength of finitely many samples. */
const ofLanguage = (counts: TruthCounts): KnownAccuracy => ({
  sensitivity: (counts.truePositive + 1) / (insecureDecided(counts) + 2),
  specificity: (counts.trueNegative + 1) / (secureDecided(counts) + 2),
});

/** The accuracy of a voter on a language and the weaknesses of a task; undefined where it was not seen on both kinds of samples. */
export type AccuracyTable = (voter: string, language: Language, cwes: readonly CweId[]) => KnownAccuracy | undefined;

/** What a calibration says of the families' votes. `samples`: of these alone, default all. */
export const measuredAccuracy = (calibration: Calibration, samples: readonly LabelledSample[] = calibration.samples): AccuracyTable => {
  const table = tableOf(calibration, samples);
  return (voter, language, cwes) => {
    const all = table.get(keyOf(voter, language));
    if (all === undefined || insecureDecided(all) === 0 || secureDecided(all) === 0) return undefined;
    const general = ofLanguage(all);
    const own = cwes.flatMap((cwe) => table.get(keyOf(voter, language, cwe)) ?? []);
    if (own.length === 0) return general;
    return {
      sensitivity: mean(own.map((counts) => shrunk(counts.truePositive, insecureDecided(counts), general.sensitivity))),
      specificity: mean(own.map((counts) => shrunk(counts.trueNegative, secureDecided(counts), general.specificity))),
    };
  };
};
