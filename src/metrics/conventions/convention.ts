import type { Tally } from '../tally.ts';

/** Why a prompt, or the whole metric, has no value. */
export type Excluded = { readonly excluded: string };

export type ConventionMetric = {
  /** `secure-pass@1`. */
  readonly name: (k: number) => string;
  /** False: the same for every k, and measured once. */
  readonly dependsOnK: boolean;
  /** The value of one prompt. */
  readonly score: (tally: Tally, k: number) => number | Excluded;
  /** How many of a prompt's samples leave it undecided. */
  readonly unknown: (tally: Tally) => number;
  /** Value if every unknown were a fail, and if every unknown were a pass; absent where the convention decides unknowns by itself. */
  readonly bounds?: (tally: Tally, k: number) => { readonly low: number; readonly high: number };
  /** In place of `bounds`, where the unknowns also decide which prompts are averaged. */
  readonly boundsOfAll?: (tallies: readonly Tally[], k: number) => { readonly low: number; readonly high: number } | undefined;
  readonly note?: string;
};

/** A published way to turn the same counts into numbers. Values of different conventions must never be set side by side unnamed. */
export type Convention = {
  readonly id: string;
  readonly summary: string;
  /** Whose definition it is. */
  readonly source: string;
  /** Where it departs from `fathom`, in one sentence each. */
  readonly departures: readonly string[];
  readonly metrics: readonly ConventionMetric[];
  /** Why the whole of the metric is not given for this k; `tallies` in the order of tasks. */
  readonly refuses?: (tallies: readonly Tally[], k: number) => string | undefined;
};

/** `undefined` of an estimator, with its reason. */
export const orExcluded = (value: number | undefined, reason: string): number | Excluded => value ?? { excluded: reason };
