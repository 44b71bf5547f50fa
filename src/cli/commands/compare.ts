import { resolve } from 'node:path';
import { measured, readCalibration } from '../../compose.ts';
import { styleAndWording } from '../../core/index.ts';
import { type Comparison, compare, type MeasuredEvaluation } from '../../metrics/index.ts';
import { readEvaluation } from '../../pipeline/store/run-store.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { givenFlags, reportFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { table } from '../table.ts';

const resamples = 2_000;

const percent = (value: number | undefined): string => (value === undefined ? 'n/a' : `${(value * 100).toFixed(1)} %`);
const points = (value: number): string => `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)}`;
const probability = (value: number | undefined): string =>
  value === undefined ? 'n/a' : value < 0.001 ? '< .001' : value.toFixed(3).replace(/^0/, '');

/** `runs/a#scripted/careful` names one system of a run. */
const splitName = (text: string): { readonly folder: string; readonly system?: string } => {
  const mark = text.indexOf('#');
  return mark === -1 ? { folder: text } : { folder: text.slice(0, mark), system: text.slice(mark + 1) };
};

const onlySystem = (side: MeasuredEvaluation): string => side.systems[0]?.system ?? '';

const render = (one: Comparison, width: number): string => {
  const { interval, mcnemar } = one;
  const lines = [
    `${one.metric}: ${one.right} against ${one.left}`,
    `  ${one.left}: ${percent(one.leftValue)}    ${one.right}: ${percent(one.rightValue)}`,
    one.difference === undefined
      ? '  no difference can be told: no prompt was answered by both'
      : `  difference ${points(one.difference)} points${interval === undefined ? ' (no interval: fewer than two tasks)' : `, ${(interval.level * 100).toFixed(0)} % interval ${points(interval.low)} to ${points(interval.high)} (${interval.method})`}`,
    `  paired on ${one.pairs} prompts of ${one.tasks} tasks; without a partner: ${one.unpaired.left} and ${one.unpaired.right}; unknown samples: ${one.unknown.left} and ${one.unknown.right}`,
    `  sign-flip permutation over tasks: p ${probability(one.pValue)}${one.adjustedPValue === undefined ? '' : `, Holm-adjusted ${probability(one.adjustedPValue)}`}`,
  ];
  if (mcnemar !== undefined)
    lines.push(`  McNemar (one sample each): ${mcnemar.leftOnly} against ${mcnemar.rightOnly}, p ${probability(mcnemar.pValue)}`);
  if (one.changed.length > 0) {
    const rows = one.changed
      .slice(0, 20)
      .map((each) => [each.taskId, each.language, styleAndWording(each), percent(each.left), percent(each.right)]);
    lines.push('', table(['task', 'language', 'style', one.left.slice(0, 24), one.right.slice(0, 24)], rows, width));
    if (one.changed.length > 20) lines.push(`… and ${one.changed.length - 20} more prompts that differ; --json lists them all`);
  }
  return lines.join('\n');
};

const measuredRun = async (context: Context, folder: string, flags: Readonly<Record<string, unknown>>): Promise<MeasuredEvaluation> => {
  const configuration = await readConfiguration(undefined, flags);
  const calibration =
    configuration.calibration === undefined ? undefined : await readCalibration(resolve(context.cwd, configuration.calibration));
  return measured(await readEvaluation(resolve(context.cwd, folder)), configuration, { calibration });
};

/** `fathom compare`: paired difference with interval and test; both sides may be systems of one run. */
export const compareRuns: Run = async (context, { positional, options }) => {
  const left = splitName(String(positional[0]));
  const right = splitName(String(positional[1]));
  const flags = givenFlags(options, reportFlags);
  const [a, b] = [await measuredRun(context, left.folder, flags), await measuredRun(context, right.folder, flags)];
  const named = left.system !== undefined || right.system !== undefined;
  const result = compare(a, b, {
    k: Array.isArray(flags.k) && typeof flags.k[0] === 'number' ? flags.k[0] : 1,
    seed: a.manifest.seed,
    level: 0.95,
    resamples,
    ...(named ? { systems: { left: left.system ?? onlySystem(a), right: right.system ?? onlySystem(b) } } : {}),
  });
  if (options.json === true) context.console.out(JSON.stringify(result, null, 2));
  else {
    context.console.out(result.comparisons.map((one) => render(one, context.console.width)).join('\n\n'));
    for (const warning of result.warnings) context.console.note(`fathom: ${warning.message}`);
  }
  return exitCodes.fine;
};
