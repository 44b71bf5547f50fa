import { type Calibration, type Evaluation, UserError } from '../core/index.ts';
import { type FusionContext, type FusionRule, fusionRules, learned } from '../fusion/index.ts';
import { agreementOfOracles } from './agreement.ts';
import { breakdowns, kindsOf } from './breakdown.ts';
import { rulesListener } from './by-rule.ts';
import { calibrationUse, calibrationWarnings } from './calibration/calibration-use.ts';
import { cellsOf, systemsOf, unperturbed } from './cells.ts';
import { censusBySystem, together } from './census.ts';
import { type ClaimedBy, usualClaim } from './claim.ts';
import { type Convention, fathom } from './conventions/index.ts';
import type { FreshSide } from './fresh.ts';
import { freshSides } from './fresh-run.ts';
import { groupBy } from './group-by.ts';
import { healthOfOracles } from './health.ts';
import { type Followed, iceberg } from './iceberg.ts';
import { judge } from './judge.ts';
import type { JudgedEntry, MeasuredEvaluation, SystemMeasurement } from './measurement.ts';
import { type CountedCell, counted, measureConvention } from './measurements.ts';
import { agreementListener } from './overall-agreement.ts';
import { type Resampler, resampler, type Sampling } from './resampler.ts';
import { warningsOf } from './warnings.ts';

export type MeasureOptions = Sampling & {
  readonly rule: FusionRule;
  /** Whole numbers of at least 1. */
  readonly ks: readonly number[];
  /** Oracle id for each language; by default the analyzer that decided most samples of it. */
  readonly claimedBy?: ClaimedBy;
  /** Measured beside `fathom`, which is always there. */
  readonly convention?: Convention;
  /** What was measured of the oracles: rules that weigh learn from it, and rates are corrected by it. */
  readonly calibration?: Calibration;
  /** A run of the same systems over freshly mutated variants of the tasks, for the last step of the iceberg. */
  readonly fresh?: Evaluation;
};

type SystemCells = Followed & { readonly system: string; readonly plain: readonly CountedCell[]; readonly fresh?: FreshSide };

const assertOptions = (options: MeasureOptions): void => {
  const bad = options.ks.find((k) => !Number.isInteger(k) || k < 1);
  if (bad !== undefined) throw new UserError('bad-k', `k must be a whole number of at least 1, and ${bad} was given.`);
  if (!(options.level > 0 && options.level < 1))
    throw new UserError('bad-level', `The level of intervals must lie between 0 and 1, and ${options.level} was given; usual is 0.95.`);
  if (!Number.isInteger(options.resamples) || options.resamples < 1)
    throw new UserError(
      'bad-resamples',
      `The number of resamples must be a whole number of at least 1, and ${options.resamples} was given; usual is 2000.`,
    );
};

const costOf = (samples: readonly JudgedEntry[]): number | undefined => {
  const costs = samples.flatMap(({ entry }) => entry.costUsd ?? []);
  return costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0);
};

const measureSystem = (cells: SystemCells, options: MeasureOptions, claimedBy: ClaimedBy, draws: Resampler): SystemMeasurement => {
  const others = options.convention === undefined || options.convention.id === fathom.id ? [] : [options.convention];
  const ks = [...new Set(options.ks)].sort((a, b) => a - b);
  const costUsd = costOf(cells.cells.flatMap((cell) => cell.judged));
  return {
    system: cells.system,
    measurements: [fathom, ...others].flatMap((convention) => measureConvention(convention, ks, cells.plain, draws)),
    iceberg: iceberg(cells, claimedBy, draws, cells.fresh),
    kinds: kindsOf(cells.plain),
    ...(costUsd === undefined ? {} : { costUsd }),
  };
};

/** All rules, ready; the one in force as it is. */
const everyRule = (inForce: FusionRule, context: FusionContext) =>
  fusionRules.map((each) => ({ rule: each.id === inForce.id ? inForce : learned(each, context), learns: each.learn !== undefined }));

/**
 * Every number of a run. Pure: no clock, no chance but `seed`; the order of the entries does not matter, but for `samples`,
 * which keeps it. Rates are over the prompts' own wording; perturbed prompts enter the iceberg's worst case, health and agreement.
 * Throws a UserError for impossible options.
 */
export const measure = (evaluation: Evaluation, options: MeasureOptions): MeasuredEvaluation => {
  assertOptions(options);
  const { manifest, entries } = evaluation;
  const { seed, level, resamples, calibration } = options;
  const context = { tasks: manifest.tasks, entries, ...(calibration === undefined ? {} : { calibration }) };
  const rule = learned(options.rule, context);
  const draws = resampler({ seed, level, resamples });
  const censuses = censusBySystem(entries);
  const census = together(censuses.values());
  const claimedBy = options.claimedBy ?? usualClaim(census);
  const byRule = rulesListener(everyRule(rule, context), rule.id);
  const agreement = agreementListener();
  const { samples, traces } = judge(entries, rule, claimedBy, (sample, votes) => {
    byRule.hear(sample, votes);
    agreement.hear(sample, votes);
  });
  const { cells, placement } = cellsOf(manifest, samples);
  const bySystem = groupBy(cells, (cell) => [cell.system]);
  const fresh = options.fresh === undefined ? undefined : freshSides(options.fresh, manifest, { rule, claimedBy });
  const systemCells = systemsOf(manifest, samples).map((system): SystemCells => {
    const all = bySystem.get(system) ?? [];
    const mutated = fresh?.get(system);
    return {
      ...{ system, cells: all, plain: counted(unperturbed(all)), census: censuses.get(system) ?? [], traces },
      ...(mutated === undefined ? {} : { fresh: mutated }),
    };
  });
  const plainCells = systemCells.map(({ system, plain }) => [system, plain] as const);
  const systems = systemCells.map((cellsOfSystem) => measureSystem(cellsOfSystem, options, claimedBy, draws));
  const health = healthOfOracles(manifest.oracles, census, new Set(cells.map((cell) => cell.language)));
  const use = calibrationUse({ evaluation, cells: plainCells, rule: options.rule }, calibration, draws.sampling);
  return {
    manifest,
    fusion: { id: rule.id, summary: rule.summary, ...(rule.notes === undefined ? {} : { notes: rule.notes }) },
    ...(use === undefined ? {} : { calibration: use }),
    claimedBy,
    systems,
    breakdowns: breakdowns(plainCells, manifest.tasks, draws),
    health,
    agreement: agreementOfOracles(samples, census),
    overallAgreement: agreement.conclude(draws),
    rules: byRule.conclude(plainCells, draws),
    warnings: [
      ...warningsOf({ manifest, placement, systems, health, samples, census, traces: traces.values() }),
      ...calibrationWarnings(use, rule),
    ],
    samples,
  };
};
