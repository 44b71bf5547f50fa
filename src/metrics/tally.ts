import { holdsCode, type Language, type VerdictStatus } from '../core/index.ts';
import type { JudgedEntry } from './measurement.ts';

/**
 * The samples of one prompt and one system, counted by what was made of them. The functional status is named first.
 * `n` is the number requested and the sum of the nine.
 */
export type Tally = {
  readonly n: number;
  readonly passPass: number;
  readonly passFail: number;
  readonly passUnknown: number;
  readonly failPass: number;
  readonly failFail: number;
  readonly failUnknown: number;
  readonly unknownPass: number;
  readonly unknownFail: number;
  readonly unknownUnknown: number;
  /** Answers that arrived and hold no code; part of `failFail`. */
  readonly noCode: number;
  /** Requested and never arrived; part of `failFail`. */
  readonly missing: number;
  readonly language: Language;
};

const place: Readonly<Record<VerdictStatus, number>> = { pass: 0, fail: 1, unknown: 2 };

/** Where a sample is counted among the nine. */
export const placeOf = (functional: VerdictStatus, secure: VerdictStatus): number => 3 * place[functional] + place[secure];

/** `counts` of the nine in their order, missing samples left out; `facts` does not depend on what was made of the samples. */
export const tallyFrom = (counts: readonly number[], facts: Pick<Tally, 'n' | 'noCode' | 'missing' | 'language'>): Tally => {
  let seen = 0;
  for (const count of counts) seen += count;
  return {
    n: facts.n,
    passPass: counts[0] ?? 0,
    passFail: counts[1] ?? 0,
    passUnknown: counts[2] ?? 0,
    failPass: counts[3] ?? 0,
    failFail: (counts[4] ?? 0) + facts.n - seen,
    failUnknown: counts[5] ?? 0,
    unknownPass: counts[6] ?? 0,
    unknownFail: counts[7] ?? 0,
    unknownUnknown: counts[8] ?? 0,
    noCode: facts.noCode,
    missing: facts.missing,
    language: facts.language,
  };
};

/** `missing` are samples without an entry, beyond the entries whose kind says so. */
export const tallyOf = (judged: readonly JudgedEntry[], missing: number, language: Language): Tally => {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let noCode = 0;
  let lost = missing;
  for (const { entry, outcome } of judged) {
    const at = placeOf(outcome.functional.status, outcome.secure.status);
    counts[at] = (counts[at] ?? 0) + 1;
    if (entry.kind === 'missing') lost += 1;
    else if (!holdsCode(entry.kind)) noCode += 1;
  }
  return tallyFrom(counts, { n: judged.length + missing, noCode, missing: lost, language });
};

export const functionalPasses = (tally: Tally): number => tally.passPass + tally.passFail + tally.passUnknown;
export const functionalUnknowns = (tally: Tally): number => tally.unknownPass + tally.unknownFail + tally.unknownUnknown;
export const securePasses = (tally: Tally): number => tally.passPass + tally.failPass + tally.unknownPass;
export const secureUnknowns = (tally: Tally): number => tally.passUnknown + tally.failUnknown + tally.unknownUnknown;
/** Undecided on at least one axis and failed on none. */
export const jointUnknowns = (tally: Tally): number => tally.passUnknown + tally.unknownPass + tally.unknownUnknown;
