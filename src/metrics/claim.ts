import type { Language } from '../core/index.ts';
import type { Census } from './census.ts';

/** The analyzer whose word is the claim, for each language. */
export type ClaimedBy = Readonly<Record<string, string>>;

/**
 * For each language the analyzer that decided most samples, muted or not; of equals the first by name.
 * That is the one whose word a study with a single analyzer would have taken.
 */
export const usualClaim = (census: Census): ClaimedBy => {
  const best = new Map<Language, { readonly oracle: string; readonly decided: number }>();
  for (const { axis, grade, oracle, decidedBy } of census) {
    if (axis !== 'secure' || grade !== 'reported') continue;
    for (const [language, decided] of decidedBy) if (decided > (best.get(language)?.decided ?? 0)) best.set(language, { oracle, decided });
  }
  return Object.fromEntries([...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, { oracle }]) => [language, oracle]));
};
