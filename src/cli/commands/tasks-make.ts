import { resolve } from 'node:path';
import { makeSuite, type Steadiness, steadinessOf } from '../../compose.ts';
import { UserError } from '../../core/index.ts';
import { type Split, type Suite, splits } from '../../datasets/dataset.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { table } from '../table.ts';
import type { TasksRequest } from './tasks/request.ts';

const dateOf = (context: Context, given: unknown): string => {
  if (given === undefined) return new Date(context.clock()).toISOString().slice(0, 10);
  if (typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given)) return given;
  throw new UserError('bad-date', `--date ${String(given)}: expected a day like 2026-11-24.`);
};

const splitOf = (given: unknown): Split => splits.find((split) => split === given) ?? 'public';

/** A private suite's seed does not become a folder's name by itself. */
const outOf = (
  given: unknown,
  { suite, seed, split }: { readonly suite: string; readonly seed: number; readonly split: Split },
): string => {
  if (typeof given === 'string') return given;
  if (split !== 'private') return `suites/${suite}-${seed}`;
  throw new UserError('out-missing', 'A private suite needs --out <folder>: its usual name would tell its seed.');
};

/** `fathom tasks make`: freezes a fresh suite. */
export const makeTasks = async (context: Context, suite: Suite, { tasks, configuration, options }: TasksRequest): Promise<number> => {
  const { console } = context;
  const { seed } = configuration;
  const split = splitOf(options.split);
  const { folder, written, manifest } = await makeSuite({
    base: suite,
    tasks: tasks.map(({ id }) => id),
    seed,
    split,
    includeFixed: options.includeFixed === true,
    date: dateOf(context, options.date),
    out: resolve(context.cwd, outOf(options.out, { suite: suite.id, seed, split })),
  });
  if (options.json === true) {
    console.out(JSON.stringify({ folder, written, ...manifest }, null, 2));
    return exitCodes.fine;
  }
  const { families, fixed, hash } = manifest;
  const rows = families.map(({ id, variants, draws }) => [
    id,
    variants.toLocaleString('en'),
    Object.entries(draws)
      .map(([base, choice]) => `${base} → ${choice}`)
      .join(', '),
  ]);
  if (rows.length > 0) console.out(`${table(['family', 'variants', 'drawn'], rows, console.width)}\n`);
  console.out(`${families.length} variants${fixed.length === 0 ? '' : ` and ${fixed.length} fixed tasks`}, ${split}, hash ${hash}`);
  console.note(written ? `fathom: wrote ${folder}` : `fathom: ${folder} holds this suite already; nothing was written`);
  console.note(`fathom: \`fathom tasks check --suite ${folder}\` proves it; \`--suite ${folder}\` uses it.`);
  return exitCodes.fine;
};

const spreadText = ({ min, median, max }: Steadiness['spread']['tokens']): string =>
  [min, median, max].map((value) => Math.round(value)).join('/');

/** `fathom tasks steadiness`: how much the witnesses of each family differ from seed to seed. */
export const showSteadiness = async (context: Context, suite: Suite, { tasks, options }: TasksRequest): Promise<number> => {
  const { console } = context;
  const seeds = typeof options.seeds === 'number' ? options.seeds : 20;
  const rows = await steadinessOf(
    suite,
    tasks.map(({ id }) => id),
    seeds,
  );
  if (options.json === true) {
    console.out(JSON.stringify(rows, null, 2));
    return exitCodes.fine;
  }
  const cells = rows.map(({ task, language, variants, spread }) => [
    task,
    language,
    variants.toLocaleString('en'),
    spreadText(spread.tokens),
    spreadText(spread.characters),
    spreadText(spread.branches),
    spreadText(spread.imports),
  ]);
  console.out(table(['family', 'language', 'variants', 'tokens', 'characters', 'branches', 'imports'], cells, console.width));
  const families = new Set(rows.map(({ task }) => task)).size;
  console.out(`\n${families} families over ${seeds} seeds: least/middle/most of the means over the secure witnesses`);
  return exitCodes.fine;
};
