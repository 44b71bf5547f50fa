import { type Language, languages } from '../core/index.ts';
import type { Pattern } from '../metrics/calibration/dawid-skene.ts';
import { type Identified, identify } from '../metrics/calibration/identifiability.ts';
import { convictedByHarm, decideByOdds, voterOf, type Weight, weightOf } from './odds.ts';
import type { FusionContext, FusionRule, Vote } from './rule.ts';
import { undecided, votesOn } from './votes.ts';

type Learnt =
  | { readonly identified: true; readonly prior: number; readonly weights: ReadonlyMap<string, Weight> }
  | { readonly identified: false; readonly why: string };

type Growing = { readonly voters: Map<string, number>; readonly counts: Map<string, number> };

/** Codes of a vote: two for each voter, in the order in which voters turned up. */
const codeOf = (vote: Vote, { voters }: Growing): string => {
  const voter = voterOf(vote);
  let at = voters.get(voter);
  if (at === undefined) {
    at = voters.size;
    voters.set(voter, at);
  }
  return String.fromCharCode(2 * at + (vote.status === 'fail' ? 1 : 0));
};

/** Samples of each language that got the same votes, counted once. One pass, since runs are long and patterns few. */
const grouped = (entries: FusionContext['entries']): ReadonlyMap<Language, Growing> => {
  const byLanguage = new Map<Language, Growing>();
  for (const entry of entries) {
    if (entry.kind !== 'code') continue;
    const own = byLanguage.get(entry.language) ?? { voters: new Map<string, number>(), counts: new Map<string, number>() };
    byLanguage.set(entry.language, own);
    let key = '';
    for (const vote of votesOn('secure', entry.verdicts)) if (vote.status !== 'unknown') key += codeOf(vote, own);
    if (key !== '') own.counts.set(key, (own.counts.get(key) ?? 0) + 1);
  }
  return byLanguage;
};

/** Voters and patterns sorted, so that the order of the entries does not matter. */
const patternsOf = ({ voters, counts }: Growing): { readonly names: readonly string[]; readonly patterns: readonly Pattern[] } => {
  const names = [...voters.keys()].sort();
  const merged = new Map<string, Pattern>();
  for (const [key, count] of counts) {
    const said = new Map([...key].map((char) => [char.charCodeAt(0) >> 1, char.charCodeAt(0) % 2 === 1]));
    const votes = names.map((name) => said.get(voters.get(name) ?? -1));
    const id = votes.map((vote) => (vote === undefined ? '.' : vote ? '+' : '-')).join('');
    merged.set(id, { votes, count: count + (merged.get(id)?.count ?? 0) });
  }
  return { names, patterns: [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern) };
};

const learntOf = (found: Identified): Learnt => {
  if (!found.identified) return { identified: false, why: found.why };
  const { prevalence, voters } = found.model;
  const weights = found.names.flatMap((name, at) => {
    const known = voters[at];
    const weight = known === undefined ? undefined : weightOf(known);
    return weight === undefined ? [] : [[name, weight] as const];
  });
  return { identified: true, prior: Math.log(prevalence / (1 - prevalence)), weights: new Map(weights) };
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
      return convictedByHarm(votes) ?? undecided([], why);
    }
    return decideByOdds(votes, {
      prior: known.prior,
      missing: 'no vote whose accuracy could be estimated',
      weightIn: (vote) => known.weights.get(voterOf(vote)),
    });
  },
  learn: ({ entries }) => {
    const all = grouped(entries);
    const found = languages.flatMap((language) => {
      const own = all.get(language);
      if (own === undefined) return [];
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
