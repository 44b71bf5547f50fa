import type { AxisOutcome, Calibration, Entry, Language, TaskFacts, Verdict } from '../core/index.ts';

/** The word of one engine family on one axis. `voters` are the oracles that decided it, sorted, where the family has several members. */
export type Vote = Verdict & { readonly voters?: readonly string[] };

/** The sample that is voted on. Absent where nobody knows. */
export type Subject = { readonly taskId: string; readonly language: Language };

/** What a rule may learn from before the first vote. Pure data: the same context, the same rule. */
export type FusionContext = {
  readonly tasks: readonly Pick<TaskFacts, 'id' | 'cwes'>[];
  /** The whole run; empty where samples are judged one by one. */
  readonly entries: readonly Pick<Entry, 'kind' | 'language' | 'taskId' | 'verdicts'>[];
  /** What was measured of the oracles; absent where nothing was. */
  readonly calibration?: Calibration;
};

/**
 * Decides one axis from the verdicts that count on it. Pure.
 * Verdicts are already reduced: muted ones left out, each engine family merged into one vote.
 */
export interface FusionRule {
  readonly id: string;
  readonly summary: string;
  /** What it learnt, one sentence each, for the report. */
  readonly notes?: readonly string[];
  /** Before `learn`, a rule that has it knows nothing: it may convict on what was seen happening, and never acquits. */
  secure(votes: readonly Vote[], subject?: Subject): AxisOutcome;
  /** The same rule with what it needs to know. Absent: the rule needs nothing but the votes. */
  learn?(context: FusionContext): FusionRule;
}

/** The rule, ready for a run. */
export const learned = (rule: FusionRule, context: FusionContext): FusionRule => rule.learn?.(context) ?? rule;
