import { dawidSkene, type LatentClasses, type Pattern } from './dawid-skene.ts';
import { influence, isDependent, type Residual, residuals } from './dependence.ts';

/** Fewer samples with three votes than this say too little about seven unknowns. */
const fewestSamples = 50;
/** A voter that tells the classes apart by less than this (sensitivity + specificity − 1) does not help to find them. */
const leastInformed = 0.1;
const rarest = 0.02;
/** Leaving one family out must not move what is held of another by more than this. */
const largestShift = 0.1;

export type Identified =
  | {
      readonly identified: true;
      /** The voters of the model, in its order: those that both acquit and convict. */
      readonly names: readonly string[];
      readonly model: LatentClasses;
      readonly residuals: readonly Residual[];
    }
  | { readonly identified: false; readonly why: string };

const decidedBy = (patterns: readonly Pattern[], voter: number): readonly [convicted: number, acquitted: number] => {
  let [convicted, acquitted] = [0, 0];
  for (const { votes, count } of patterns) {
    if (votes[voter] === true) convicted += count;
    else if (votes[voter] === false) acquitted += count;
  }
  return [convicted, acquitted];
};

const starts = (patterns: readonly Pattern[], voters: number): readonly (readonly number[])[] =>
  Array.from({ length: voters }, (_, voter) => patterns.map(({ votes }) => (votes[voter] === undefined ? 0.5 : votes[voter] ? 0.9 : 0.1)));

const doubtOf = (
  patterns: readonly Pattern[],
  names: readonly string[],
  model: LatentClasses,
  pairs: readonly Residual[],
): string | undefined => {
  if (!model.converged) return 'the estimate does not settle';
  const informed = model.voters.filter(({ sensitivity, specificity }) => sensitivity + specificity - 1 > leastInformed).length;
  if (informed < 3) return `only ${informed} of ${names.length} families tell two kinds of samples apart; at least 3 must`;
  if (model.prevalence < rarest || model.prevalence > 1 - rarest) return 'nearly all samples seem to be of one kind';
  for (const start of starts(patterns, names.length)) {
    const other = dawidSkene(patterns, start);
    const better = other.logLikelihood > model.logLikelihood - 1;
    if (better && Math.abs(other.prevalence - model.prevalence) > 0.05) return 'several solutions fit about equally well';
  }
  const dependent = pairs.filter(isDependent);
  const decisive = influence(patterns, model).flatMap((shift, at) => (shift > largestShift ? [names[at]] : []));
  if (dependent.length === 0 && decisive.length === 0) return undefined;
  const who = decisive.length > 0 ? `; the estimate hangs on ${decisive.join(' and ')}` : '';
  return `families err together beyond the truth that they share (${dependent.length} of ${pairs.length} pairs fit badly${who})`;
};

/**
 * The accuracy of voters estimated without labels, or why it can't be: at least three families that decide and vary, enough samples,
 * one solution from every start, both classes frequent, and no two families that depend on each other beyond the truth.
 * `names` are those of the voters, for the reasons.
 */
export const identify = (patterns: readonly Pattern[], names: readonly string[]): Identified => {
  const varying = names.filter((_, voter) => decidedBy(patterns, voter).every((count) => count > 0));
  if (varying.length < 3) {
    const who = varying.length === 0 ? '' : ` (${varying.join(', ')})`;
    return { identified: false, why: `${varying.length} independent families both acquit and convict${who}; at least 3 are needed` };
  }
  const kept = names.map((name, voter) => ({ name, voter })).filter(({ name }) => varying.includes(name));
  if (kept.length < names.length) {
    const narrowed = patterns.map(({ votes, count }) => ({ count, votes: kept.map(({ voter }) => votes[voter]) }));
    return identify(
      narrowed,
      kept.map(({ name }) => name),
    );
  }
  const enough = patterns.reduce((sum, { votes, count }) => sum + (votes.filter((vote) => vote !== undefined).length >= 3 ? count : 0), 0);
  if (enough < fewestSamples) return { identified: false, why: `${enough} samples have three votes; at least ${fewestSamples} are needed` };
  const model = dawidSkene(patterns);
  const pairs = residuals(patterns, model);
  const why = doubtOf(patterns, names, model, pairs);
  return why === undefined ? { identified: true, names, model, residuals: pairs } : { identified: false, why };
};
