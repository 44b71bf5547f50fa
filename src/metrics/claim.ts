import type { Language } from '../core/index.ts';
import type { Census } from './census.ts';

/** The analyzer whose word is the claim, for each language. */
export type ClaimedBy = Readonly<Record<string, string>>;

/** Fathom's own rules, and tools for one narrow sort of weakness: no study took one of them for its only judge. */
const neverAlone: ReadonlySet<string> = new Set([
  'static:ast-grep',
  'static:fathom-patterns',
  'static:fathom-taint',
  'static:no-unsanitized',
  'static:recheck',
]);

type Best = { readonly oracle: string; readonly decided: number };

const isBetter = (left: Best, right: Best | undefined): boolean => {
  if (right === undefined) return true;
  const [leftAlone, rightAlone] = [neverAlone.has(left.oracle), neverAlone.has(right.oracle)];
  return leftAlone === rightAlone ? left.decided > right.decided : rightAlone;
};

/**
 * For each language the analyzer that decided most samples, muted or not; of equals the first by name.
 * That is the one whose word a study with a single analyzer would have taken; Fathom's own speak where there is no other.
 */
export const usualClaim = (census: Census): ClaimedBy => {
  const best = new Map<Language, Best>();
  for (const { axis, grade, oracle, decidedBy } of census) {
    if (axis !== 'secure' || grade !== 'reported') continue;
    for (const [language, decided] of decidedBy)
      if (decided > 0 && isBetter({ oracle, decided }, best.get(language))) best.set(language, { oracle, decided });
  }
  return Object.fromEntries([...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, { oracle }]) => [language, oracle]));
};
