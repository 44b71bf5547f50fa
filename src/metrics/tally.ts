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

/** `missing` are samples without an entry, beyond the entries whose kind says so. */
export const tallyOf = (judged: readonly JudgedEntry[], missing: number, language: Language): Tally => {
  const cells = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let noCode = 0;
  let lost = missing;
  for (const { entry, outcome } of judged) {
    const at = 3 * place[outcome.functional.status] + place[outcome.secure.status];
    cells[at] = (cells[at] ?? 0) + 1;
    if (entry.kind === 'missing') lost += 1;
    else if (!holdsCode(entry.kind)) noCode += 1;
  }
  const [passPass = 0, passFail = 0, passUnknown = 0, failPass = 0, failFail = 0, failUnknown = 0] = cells;
  const [unknownPass = 0, unknownFail = 0, unknownUnknown = 0] = cells.slice(6);
  const counts = { passPass, passFail, passUnknown, failPass, failFail: failFail + missing, failUnknown };
  return { n: judged.length + missing, ...counts, unknownPass, unknownFail, unknownUnknown, noCode, missing: lost, language };
};

export const functionalPasses = (tally: Tally): number => tally.passPass + tally.passFail + tally.passUnknown;
export const functionalUnknowns = (tally: Tally): number => tally.unknownPass + tally.unknownFail + tally.unknownUnknown;
export const securePasses = (tally: Tally): number => tally.passPass + tally.failPass + tally.unknownPass;
export const secureUnknowns = (tally: Tally): number => tally.passUnknown + tally.failUnknown + tally.unknownUnknown;
/** Undecided on at least one axis and failed on none. */
export const jointUnknowns = (tally: Tally): number => tally.passUnknown + tally.unknownPass + tally.unknownUnknown;
