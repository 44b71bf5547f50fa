import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { answersIn, fathomVersion, type OracleSet, oraclesOf, readCalibration, type Spending, writeCalibration } from '../compose.ts';
import {
  type Completion,
  type Isolation,
  type JsonValue,
  type Manifest,
  type OracleFacts,
  type Plan,
  type PlannedSample,
  recordVersion,
  type SystemFacts,
  sampleId,
  type Task,
  UserError,
} from '../core/index.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { type RunResult, runPlan } from '../pipeline/run.ts';
import { openRun, type RunStore, readEvaluation } from '../pipeline/store/run-store.ts';
import type { Configuration } from '../schemas/configuration.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { calibrationCopy } from './measured-run.ts';
import { progressLine } from './progress-line.ts';
import { reportRun } from './report-run.ts';

/** Everything that `run` and `evaluate` have decided before the first sample. */
export type Study = {
  readonly configuration: Configuration;
  readonly suites: Manifest['suites'];
  readonly tasks: readonly Task[];
  readonly systems: readonly SystemFacts[];
  readonly plan: Plan;
  /** What systems and judges share. */
  readonly spending: Spending;
  /** The denominator, where it is larger than the plan: samples that were asked for and never came. */
  readonly requested?: number;
  readonly out: string;
  readonly extraOracles: readonly Oracle[];
  obtain(planned: PlannedSample, signal: AbortSignal): Promise<Completion>;
  prefixOf(planned: PlannedSample): string;
  readonly retryErrors: boolean;
  readonly json: boolean;
  readonly confirmedUnconfined: boolean;
};

const refuseOther = (store: RunStore, study: Study): void => {
  const { found } = store;
  if (found === undefined) return;
  const changed = (what: string): UserError =>
    new UserError(
      'run-differs',
      `${store.folder} holds a run with ${what}. The same command resumes a run; for another one, give another folder with --out.`,
    );
  const tasks = new Map(study.tasks.map((task) => [task.id, task.hash]));
  for (const task of found.tasks) {
    const now = tasks.get(task.id);
    if (now !== undefined && now !== task.hash) throw changed(`another version of task ${task.id}`);
  }
  const now = settingsOf(study.configuration);
  for (const [system, settings] of Object.entries(settingsBefore(found))) {
    const other = now[system];
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(settings))
      throw changed(`other settings of generation for ${system} (${JSON.stringify(settings)}; now ${JSON.stringify(other)})`);
  }
};

/** What the answers of each system depend on: a change of these makes it another run. A further system only extends it. */
const settingsOf = ({ temperature, seed, systems, ...rest }: Configuration): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    (systems ?? []).map(({ price: _, ...system }): [string, JsonValue] => [
      system.name ?? `${system.model}+${system.method}`,
      { ...JSON.parse(JSON.stringify({ temperature, ...system })), seed, maxTokens: system['max-tokens'] ?? rest['max-tokens'] },
    ]),
  );

const settingsBefore = ({ configuration }: Manifest): Readonly<Record<string, unknown>> => {
  const settings =
    typeof configuration === 'object' && configuration !== null && 'settings' in configuration ? configuration.settings : undefined;
  return typeof settings === 'object' && settings !== null ? { ...settings } : {};
};

const manifestOf = (
  study: Study,
  oracles: readonly OracleFacts[],
  isolation: Isolation | undefined,
  facts: { runId: string; at: string; argv: readonly string[] },
): Manifest => ({
  recordVersion,
  runId: facts.runId,
  fathomVersion,
  createdAt: facts.at,
  command: facts.argv,
  configuration: { ...JSON.parse(JSON.stringify(study.configuration)), settings: settingsOf(study.configuration) },
  seed: study.configuration.seed,
  suites: study.suites,
  tasks: study.tasks.map(({ id, suite, title, cwes, languages, hash }) => ({
    id,
    suite,
    title,
    cwes,
    hash,
    languages: languages.map(({ language }) => language),
  })),
  systems: study.systems,
  oracles,
  ...(isolation === undefined ? {} : { isolation }),
  host: { platform: process.platform, arch: process.arch, node: process.versions.node, cpus: cpus().length },
  requested: study.requested ?? study.plan.samples.length,
});

const refuseMissing = (facts: readonly OracleFacts[], required: readonly string[]): void => {
  for (const wanted of required) {
    const named = facts.filter(({ id }) => id === wanted || id === `static:${wanted}` || id === `dynamic:${wanted}`);
    if (named.some(({ state }) => state === 'ready')) continue;
    const problem = named[0]?.problem ?? 'no oracle of this name was asked for';
    throw new UserError(
      'analyzer-missing',
      `\`--require ${wanted}\` was given, but it can't be had here: ${problem}. Mend that, or drop it from --require.`,
    );
  }
};

/** Samples whose oracles failed for a reason that may be gone. */
const toRetry = async (folder: string): Promise<ReadonlySet<string>> => {
  const { entries } = await readEvaluation(folder);
  const failed = entries.filter(({ verdicts }) => verdicts.some((verdict) => verdict.status === 'unknown' && verdict.voice.counts));
  return new Set(failed.map((entry) => sampleId(entry)));
};

const announce = ({ console }: Context, result: RunResult, out: string): void => {
  const groups = new Map<string, number>();
  for (const { system, code, message } of result.failures) {
    const text = `${system}: ${code}: ${message}`;
    groups.set(text, (groups.get(text) ?? 0) + 1);
  }
  for (const [text, count] of [...groups].slice(0, 10)) console.note(`fathom: no answer for ${count} samples of ${text}`);
  if (result.failed > 0)
    console.note(
      `fathom: ${result.failed} samples are missing and stay in the denominator; run the same command again to ask for them (${out}).`,
    );
};

const prepare = async (context: Context, study: Study, set: OracleSet): Promise<readonly OracleFacts[]> => {
  context.console.redraw('finding tools, running their controls …');
  const prepared = await Promise.all(set.oracles.map((oracle) => oracle.prepare(study.tasks)));
  context.console.redraw('');
  const facts = prepared.flat();
  refuseMissing(facts, study.configuration.require);
  for (const { id, state, problem } of facts)
    if (state === 'broken')
      context.console.note(`fathom: ${id} is BROKEN and its verdicts do not count: ${problem ?? 'it failed its controls'}`);
  return facts;
};

/** Runs a study to its end or to its interruption; all that it found is in the folder then. */
export const gather = async (context: Context, study: Study): Promise<RunResult> => {
  const { console, signal, clock } = context;
  const out = resolve(context.cwd, study.out);
  const store = await openRun(out);
  let result: RunResult;
  try {
    refuseOther(store, study);
    const used = new Set(study.plan.samples.map(({ language }) => language));
    const set = await oraclesOf(study.configuration, {
      languages: [...used],
      executable: study.tasks.some(({ testsPath }) => testsPath !== undefined),
      blobs: store.blobs,
      extra: study.extraOracles,
      confirmedUnconfined: study.confirmedUnconfined,
      judging: {
        environment: context.environment,
        spending: study.spending,
        tasks: study.tasks,
        judged: study.systems.map(({ model }) => model),
        memory: answersIn(store),
      },
    });
    try {
      const facts = await prepare(context, study, set);
      const identity = {
        runId: store.found?.runId ?? crypto.randomUUID(),
        at: store.found?.createdAt ?? new Date(clock()).toISOString(),
        argv: context.argv,
      };
      await store.saveManifest(manifestOf(study, facts, set.isolation, identity));
      const line = progressLine(console, clock);
      result = await runPlan(
        {
          store,
          plan: study.plan,
          tasks: new Map(study.tasks.map((task) => [task.id, task])),
          oracles: set.oracles,
          parserOf: set.parserOf,
          obtain: study.obtain,
          prefixOf: study.prefixOf,
          now: () => new Date(clock()),
          concurrency: study.configuration.concurrency,
          batch: Math.max(1, ...set.oracles.map(({ batchSize }) => batchSize)),
          onProgress: line.show,
          ...(study.retryErrors && store.found !== undefined ? { again: await toRetry(out) } : {}),
        },
        signal,
      );
      line.end();
    } finally {
      await set.close();
    }
  } finally {
    await store.close();
  }
  announce(context, result, study.out);
  if (result.stopped === 'interrupted')
    console.note(
      `fathom: interrupted; ${result.reused + result.examined} of ${result.total} samples are saved in ${study.out}. The same command resumes.`,
    );
  return result;
};

/**
 * Gathers, then measures and reports what the folder holds.
 * Yields the exit code: gates and unknowns decide where nothing else went wrong.
 */
export const conduct = async (context: Context, study: Study): Promise<number> => {
  const { calibration: path } = study.configuration;
  // Before anything is paid for: a file that can't be read would be found out too late.
  const calibration = path === undefined ? undefined : await readCalibration(resolve(context.cwd, path));
  const result = await gather(context, study);
  if (result.stopped === 'interrupted') return exitCodes.interrupted;
  const out = resolve(context.cwd, study.out);
  if (calibration !== undefined) await writeCalibration(join(out, calibrationCopy), calibration);
  const reported = await reportRun(context, { folder: out, shown: study.out, configuration: study.configuration, json: study.json });
  return result.stopped === 'fatal' ? exitCodes.error : reported;
};

/** `runs/<name>`, from the name of a configuration or of a file of samples. */
export const defaultOut = (path: string | undefined): string => {
  const name = path === undefined ? 'run' : (path.split(/[\\/]/).findLast((part) => part !== '') ?? 'run').replace(/\.[^.]+$/, '');
  return `runs/${name.replace(/[^\w.-]+/g, '-')}`;
};
