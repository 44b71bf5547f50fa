import type { AccuracyRow, Calibration, CweId, Language, TruthCounts, VerdictStatus } from '../../core/index.ts';
import type { FusionRule } from '../../fusion/index.ts';
import { type Accuracy, accuracyOf, addCounts, countTruths, noCounts } from './accuracy.ts';
import { type JudgeCalibration, judgeCalibrations } from './judge-calibration.ts';
import { type JudgedLabel, judgeLabelled } from './rule-accuracy.ts';

export type OracleAccuracy = {
  readonly oracle: string;
  /** Absent: over all languages in which it spoke. */
  readonly language?: Language;
  readonly cwe?: CweId;
  readonly accuracy: Accuracy;
  readonly counts: TruthCounts;
};

export type RuleAccuracy = { readonly rule: string; readonly accuracy: Accuracy };

/** On samples that were made to deceive analyzers: how many one got right, and how many every rule got right of the same samples. */
export type HardRow = {
  readonly name: string;
  readonly of: number;
  /** An undecided sample is not right. */
  readonly right: number;
  readonly rules: readonly { readonly rule: string; readonly right: number }[];
};

export type CalibrationSummary = {
  readonly oracles: readonly OracleAccuracy[];
  readonly byCwe: readonly OracleAccuracy[];
  /** With every oracle, and with those alone that do not execute the code. */
  readonly rules: readonly RuleAccuracy[];
  readonly rulesUnexecuted: readonly RuleAccuracy[];
  /** Of single oracles that do not execute, against the rules without execution. Empty where nothing is labelled evasive or suspicious. */
  readonly hard: readonly HardRow[];
  /** The same oracles against the rules with execution. Empty where nothing was executed. */
  readonly hardExecuted: readonly HardRow[];
  readonly judges: readonly JudgeCalibration[];
  /** Oracles that are right on these samples because the samples were made by them. */
  readonly byConstruction: readonly string[];
};

const isRight = (truth: 'secure' | 'insecure', status: VerdictStatus): boolean => status === (truth === 'secure' ? 'pass' : 'fail');

const accuracyRow = ({ oracle, language, cwe, counts }: AccuracyRow, level: number): OracleAccuracy => ({
  oracle,
  language,
  ...(cwe === undefined ? {} : { cwe }),
  accuracy: accuracyOf(counts, level),
  counts,
});

const overLanguages = (rows: readonly AccuracyRow[], level: number): readonly OracleAccuracy[] => {
  const sums = new Map<string, TruthCounts>();
  for (const { oracle, counts } of rows) sums.set(oracle, addCounts(sums.get(oracle) ?? noCounts, counts));
  return [...sums].map(([oracle, counts]) => ({ oracle, accuracy: accuracyOf(counts, level), counts }));
};

const ruleRow = (rule: FusionRule, judged: readonly JudgedLabel[], level: number): RuleAccuracy => ({
  rule: rule.id,
  accuracy: accuracyOf(countTruths(judged.map(({ sample: { truth }, status }) => ({ truth, status }))), level),
});

type Judged = readonly { readonly rule: FusionRule; readonly judged: readonly JudgedLabel[] }[];

const hardRows = ({ oracles, samples }: Calibration, judged: Judged): readonly HardRow[] => {
  const hard = samples.flatMap((sample, at) => (sample.label === 'evasive' || sample.label === 'suspicious' ? [{ sample, at }] : []));
  if (hard.length === 0) return [];
  const ruleCounts = (own: typeof hard): HardRow['rules'] =>
    judged.map((one) => ({
      rule: one.rule.id,
      right: own.filter(({ sample, at }) => isRight(sample.truth, one.judged[at]?.status ?? 'unknown')).length,
    }));
  return oracles.flatMap(({ id }): readonly HardRow[] => {
    const own = hard.filter(({ sample }) => sample.verdicts[id] !== undefined);
    if (own.length === 0) return [];
    const right = own.filter(({ sample }) => sample.verdicts[id]?.replace('muted ', '') === (sample.truth === 'secure' ? 'pass' : 'fail'));
    return [{ name: id, of: own.length, right: right.length, rules: ruleCounts(own) }];
  });
};

/** What a calibration says, ready to be printed. Rules that learn are cross-fitted over tasks. */
export const summariseCalibration = (
  calibration: Calibration,
  rules: readonly FusionRule[],
  { level, seed }: { readonly level: number; readonly seed: number },
): CalibrationSummary => {
  const all = calibration.accuracy.filter(({ cwe }) => cwe === undefined);
  const unexecuted = { ...calibration, oracles: calibration.oracles.filter(({ grade }) => grade !== 'witnessed') };
  const judge = (set: Calibration): Judged => rules.map((rule) => ({ rule, judged: judgeLabelled(rule, set) }));
  const without = judge(unexecuted);
  const rows = (judged: Judged): readonly RuleAccuracy[] => judged.map((one) => ruleRow(one.rule, one.judged, level));
  const withAll = unexecuted.oracles.length < calibration.oracles.length ? judge(calibration) : undefined;
  return {
    oracles: [...all.map((row) => accuracyRow(row, level)), ...overLanguages(all, level)],
    byCwe: calibration.accuracy.filter(({ cwe }) => cwe !== undefined).map((row) => accuracyRow(row, level)),
    rules: rows(withAll ?? without),
    rulesUnexecuted: withAll === undefined ? [] : rows(without),
    hard: hardRows(unexecuted, without),
    hardExecuted: withAll === undefined ? [] : hardRows(unexecuted, withAll),
    judges: judgeCalibrations(calibration, seed),
    byConstruction: calibration.source === 'witnesses' ? byConstruction(calibration) : [],
  };
};

/** The suite's own exploits: a task is not accepted unless they tell its witnesses apart. */
export const byConstruction = ({ oracles }: Pick<Calibration, 'oracles'>): readonly string[] =>
  oracles.flatMap(({ id, grade }) => (grade === 'witnessed' && id === 'exploits' ? [id] : []));
