import { type Language, languages } from '../core/index.ts';
import type { Pattern } from '../metrics/calibration/dawid-skene.ts';
import { type Identified, identify } from '../metrics/calibration/identifiability.ts';
import { decideByOdds, type KnownAccuracy, voterOf } from './odds.ts';
import type { FusionContext, FusionRule } from './rule.ts';
import { undecided, votesOn } from './votes.ts';

type Learnt =
  | { readonly identified: true; readonly prior: number; readonly accuracy: ReadonlyMap<string, KnownAccuracy> }
  | { readonly identified: false; readonly why: string };

/** Samples of one language that got the same votes, counted once. */
const patternsOf = (entries: FusionContext['entries']): { readonly names: readonly string[]; readonly patterns: readonly Pattern[] } => {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'code') continue;
    const said = votesOn('secure', entry.verdicts)
      .filter((vote) => vote.status !== 'unknown')
      .map((vote) => `${vote.status === 'fail' ? '+' : '-'}${voterOf(vote)}`)
      .sort();
    for (const one of said) names.add(one.slice(1));
    const key = said.join('\n');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...names].sort();
  const patterns = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]): Pattern => {
      const said = new Map(key.split('\n').map((one) => [one.slice(1), one.startsWith('+')]));
      return { count, votes: sorted.map((name) => said.get(name)) };
    });
  return { names: sorted, patterns };
};

const learntOf = (found: Identified): Learnt => {
  if (!found.identified) return { identified: false, why: found.why };
  const { prevalence, voters } = found.model;
  const accuracy = found.names.flatMap((name, at) => {
    const known = voters[at];
    return known === undefined ? [] : [[name, known] as const];
  });
  return { identified: true, prior: Math.log(prevalence / (1 - prevalence)), accuracy: new Map(accuracy) };
};

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const noteOf = (language: Language, found: Identified): string => {
  if (!found.identified) return `${language}: not identifiable: ${found.why}`;
  const { model, names } = found;
  const voters = names.map((name, at) => {
    const { sensitivity = 0, specificity = 0 } = model.voters[at] ?? {};
    return `${name} ${percent(sensitivity)} and ${percent(specificity)}`;
  });
  const untested = names.length === 3 ? '; with three families their independence cannot be tested' : '';
  return `${language}: ${percent(model.prevalence)} insecure; estimated sensitivity and specificity: ${voters.join(', ')}${untested}`;
};

const rule = (learnt: ReadonlyMap<Language, Learnt>, notes?: readonly string[]): FusionRule => ({
  id: 'dawid-skene',
  summary:
    'Each vote weighs what the run itself says of its accuracy, without labels (Dawid and Skene 1979), for each language. An exploit that succeeds convicts. Unknown where the accuracy cannot be identified: fewer than three independent families, too few samples, families that err together.',
  ...(notes === undefined ? {} : { notes }),
  secure(votes, subject) {
    const known = subject === undefined ? undefined : learnt.get(subject.language);
    if (known === undefined || !known.identified) {
      const why = known === undefined ? 'the accuracy of the oracles was not estimated from a run' : `not identifiable: ${known.why}`;
      const seen = decideByOdds(votes, { prior: 0, missing: why, accuracyOf: () => undefined });
      return seen.status === 'fail' || votes.length === 0 ? seen : undecided([], why);
    }
    return decideByOdds(votes, {
      prior: known.prior,
      missing: 'no vote whose accuracy could be estimated',
      accuracyOf: (vote) => known.accuracy.get(voterOf(vote)),
    });
  },
  learn: ({ entries }) => {
    const found = languages.flatMap((language) => {
      const own = entries.filter((entry) => entry.language === language);
      if (own.length === 0) return [];
      const { names, patterns } = patternsOf(own);
      return [[language, identify(patterns, names)] as const];
    });
    return rule(
      new Map(found.map(([language, one]) => [language, learntOf(one)])),
      found.map(([language, one]) => noteOf(language, one)),
    );
  },
});

export const dawidSkeneRule: FusionRule = rule(new Map());
