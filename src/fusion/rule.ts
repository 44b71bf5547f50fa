import type { AxisOutcome, Verdict } from '../core/index.ts';

/** The word of one engine family on one axis. `voters` are the oracles that decided it, sorted, where the family has several members. */
export type Vote = Verdict & { readonly voters?: readonly string[] };

/**
 * Decides one axis from the verdicts that count on it. Pure.
 * Verdicts are already reduced: muted ones left out, each engine family merged into one vote.
 */
export interface FusionRule {
  readonly id: string;
  readonly summary: string;
  secure(votes: readonly Vote[]): AxisOutcome;
}
