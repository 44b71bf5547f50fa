import { type CweId, type Language, languages } from '../../core/index.ts';
import type { CheckedPair } from './report.ts';

/** Pairs that share a language, a weakness or a family. */
export type Count = {
  readonly name: string;
  readonly tasks: number;
  readonly right: number;
  readonly wrong: number;
  readonly notChecked: number;
  readonly cases: number;
  readonly exploits: number;
  readonly witnesses: number;
};

export type LanguageTime = {
  readonly language: Language;
  /** While at least one witness of the language was being examined, in milliseconds. */
  readonly wallMs: number;
  /** Of one witness; undefined where none was examined. */
  readonly medianMs: number | undefined;
};

/** One count for each name that `namesOf` gives to a pair, in the order of the first sight. A pair counts under each of its names. */
export const countsBy = (pairs: readonly CheckedPair[], namesOf: (pair: CheckedPair) => readonly string[]): readonly Count[] => {
  const groups = new Map<string, CheckedPair[]>();
  for (const pair of pairs) for (const name of new Set(namesOf(pair))) groups.set(name, [...(groups.get(name) ?? []), pair]);
  return [...groups].map(([name, group]) => countOf(name, group));
};

export const countOf = (name: string, pairs: readonly CheckedPair[]): Count => {
  const sum = (of: (pair: CheckedPair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  return {
    name,
    tasks: new Set(pairs.map(({ taskId }) => taskId)).size,
    right: pairs.filter(({ problems, notChecked }) => problems.length === 0 && notChecked === undefined).length,
    wrong: pairs.filter(({ problems }) => problems.length > 0).length,
    notChecked: pairs.filter(({ problems, notChecked }) => problems.length === 0 && notChecked !== undefined).length,
    cases: sum((pair) => pair.cases),
    exploits: sum((pair) => pair.exploits),
    witnesses: sum((pair) => pair.witnesses.length),
  };
};

const byNumber = (a: string, b: string): number => Number(a.slice(4)) - Number(b.slice(4));

export const countsByCwe = (pairs: readonly CheckedPair[]): readonly Count[] =>
  countsBy(pairs, ({ cwes }) => cwes).toSorted((a, b) => byNumber(a.name, b.name));

export const countsByLanguage = (pairs: readonly CheckedPair[]): readonly Count[] => {
  const counts = countsBy(pairs, ({ language }) => [language]);
  return languages.flatMap((language) => counts.find(({ name }) => name === language) ?? []);
};

export const countsByFamily = (pairs: readonly CheckedPair[], familyOf: (cwes: readonly CweId[]) => string): readonly Count[] =>
  countsBy(pairs, ({ cwes }) => [familyOf(cwes)]).toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const timesByLanguage = (pairs: readonly CheckedPair[]): readonly LanguageTime[] =>
  [...new Set(pairs.map(({ language }) => language))].map((language) => {
    const own = pairs.filter((pair) => pair.language === language);
    return {
      language,
      wallMs: coveredMs(own.flatMap(({ spans }) => spans)),
      medianMs: median(own.flatMap(({ rows }) => rows.map(({ ms }) => ms))),
    };
  });

/** Length of the union of the spans. */
const coveredMs = (spans: CheckedPair['spans']): number => {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
};

const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
};
