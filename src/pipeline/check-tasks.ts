import { type Language, messageOf, type Task, UserError, type Verdict, type Witness } from '../core/index.ts';
import type { OpenPlace } from '../datasets/dataset.ts';
import type { Exploit, FunctionalCase, TaskTests } from '../datasets/testing.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { mutationProblems, mutationsOf, soleConviction } from './check-tasks/mutation.ts';
import { type Examined, problemsOf } from './check-tasks/problems.ts';
import type { CheckedPair, CheckedTask, Status, TaskCheckReport, TaskProblem, WitnessRow } from './check-tasks/report.ts';
import { type Turns, turns } from './check-tasks/turns.ts';
import { unfinishedPair, unfinishedTask } from './check-tasks/unfinished.ts';
import { witnessSample } from './check-tasks/witness-sample.ts';

export type { CheckedPair, CheckedTask, Mutation, TaskCheckReport, TaskProblem, WitnessRow } from './check-tasks/report.ts';
export { weakenable } from './check-tasks/weaken.ts';

/** Whether a dead test is a problem in every check, or only where mutations are asked for. */
export const deadTestsAreAlwaysProblems: boolean = true;

/** A task's tests without their own judgement; `weakenable` makes it. The oracle must have been given its loader. */
export type Weakening = {
  readonly weakened: (task: Task) => Task;
  readonly judging: (task: Task) => ReadonlySet<string>;
};

export type CheckOptions = {
  /** The dynamic oracle: its verdicts carry a check for each case and exploit. */
  readonly oracle: Oracle;
  readonly loadTests: (task: Task) => Promise<TaskTests>;
  /** Only these languages of the tasks. What is dead in them alone may live in another: then nothing is said of it. */
  readonly languages?: readonly Language[];
  /** Languages that this machine can't check, with the reason. */
  readonly notChecked?: ReadonlyMap<Language, string>;
  /** Mutations with weakened tests too. Dropped tests are always looked at. */
  readonly mutate?: Weakening;
  /** What else is wrong with a task in a language, such as its prompts. */
  readonly lint?: (task: Task, language: Language) => Promise<readonly TaskProblem[]>;
  /** What is wrong with a task as a whole, such as its variants. */
  readonly lintWhole?: (task: Task) => Promise<readonly TaskProblem[]>;
  /** Places of a scaffold that nobody has filled in: such a task is not run, and they are its problems. */
  readonly openPlaces?: (task: Task) => Promise<readonly OpenPlace[]>;
  /** Witnesses examined side by side. Default: what the oracle likes. */
  readonly jobs?: number;
  /** Milliseconds; for the times in the report. */
  readonly clock?: () => number;
  /** Called after each task × language. */
  readonly onPair?: (pair: CheckedPair) => void;
  /** Called after each witness. */
  readonly onWitness?: () => void;
  /** Stops in good order: what was checked till then is in the report. */
  readonly signal?: AbortSignal;
};

/**
 * Shows that the tasks' tests tell their witnesses apart: each witness gets the verdicts that its label states; each case and
 * exploit fails exactly the witnesses that it names in `separates`; none is without a witness that it separates; and, over all
 * languages of a task, none could be left out unnoticed.
 */
export const checkTasks = async (tasks: readonly Task[], options: CheckOptions): Promise<TaskCheckReport> => {
  const turn = turns(options.jobs ?? options.oracle.batchSize, options.signal);
  const done = await Promise.all(tasks.map((task) => checkTask(task, turn, options)));
  return {
    pairs: done.flatMap(({ pairs }) => pairs),
    tasks: done.flatMap(({ whole }) => whole ?? []),
    planned: tasks.reduce((sum, task) => sum + languagesOf(task, options).length, 0),
  };
};

const languagesOf = (task: Task, { languages }: CheckOptions): readonly Language[] =>
  task.languages.flatMap(({ language }) => (languages?.includes(language) === false ? [] : [language]));

type Done = { readonly pairs: readonly CheckedPair[]; readonly whole?: CheckedTask };

const checkTask = async (task: Task, turn: Turns, options: CheckOptions): Promise<Done> => {
  const wanted = languagesOf(task, options);
  const open = (await options.openPlaces?.(task)) ?? [];
  if (open.length > 0) {
    const pairs = wanted.map((language) => unfinishedPair(emptyPair(task, language), open));
    for (const pair of pairs) options.onPair?.(pair);
    return { pairs, whole: unfinishedTask(task.id, open) };
  }
  const tests = await loaded(task, options);
  const checked = await Promise.all(
    wanted.map(async (language) => {
      const pair =
        'broken' in tests ? unloadable(task, language, tests.broken) : await unlessStopped(task, language, { turn, tests, options });
      if (pair !== undefined) options.onPair?.(pair);
      return pair;
    }),
  );
  const pairs = checked.flatMap((pair) => pair ?? []);
  if ('broken' in tests || pairs.length < wanted.length) return { pairs };
  const whole = wholeTask(task, tests, pairs, options.mutate);
  return { pairs, whole: { ...whole, problems: [...((await options.lintWhole?.(task)) ?? []), ...whole.problems] } };
};

/** What the pairs of one task show together. Without `mutate`, weakened tests are not looked at. */
export const wholeTask = (task: Task, tests: TaskTests, pairs: readonly CheckedPair[], mutate?: Weakening): CheckedTask => {
  const judging = mutate?.judging(task);
  const languages = task.languages.map(({ language }) => language);
  const mutations = mutationsOf(tests, pairs, { languages, ...(judging === undefined ? {} : { judging }) });
  const counts = mutate !== undefined || deadTestsAreAlwaysProblems;
  return { taskId: task.id, mutations, problems: counts ? mutationProblems(mutations) : [] };
};

const loaded = async (task: Task, { loadTests }: CheckOptions): Promise<TaskTests | { readonly broken: string }> => {
  try {
    return await loadTests(task);
  } catch (error) {
    if (error instanceof UserError) return { broken: messageOf(error) };
    throw error;
  }
};

const unloadable = (task: Task, language: Language, broken: string): CheckedPair => ({
  ...emptyPair(task, language),
  problems: [{ where: 'tests.ts', expected: 'tests that load', found: broken, next: 'Mend the file.' }],
});

const emptyPair = (task: Task, language: Language): CheckedPair => ({
  taskId: task.id,
  cwes: task.cwes,
  language,
  cases: 0,
  exploits: 0,
  witnesses: witnessesOf(task, language).map(({ name }) => name),
  problems: [],
  rows: [],
  spans: [],
});

const witnessesOf = (task: Task, language: Language): readonly Witness[] =>
  task.witnesses.filter((witness) => witness.language === language);

type PairPorts = { readonly turn: Turns; readonly tests: TaskTests; readonly options: CheckOptions };

/** Undefined where the check was stopped before the pair was done. */
const unlessStopped = async (task: Task, language: Language, ports: PairPorts): Promise<CheckedPair | undefined> => {
  try {
    return await checkPair(task, language, ports);
  } catch (error) {
    if (ports.options.signal?.aborted === true) return undefined;
    throw error;
  }
};

const checkPair = async (task: Task, language: Language, ports: PairPorts): Promise<CheckedPair> => {
  const { options } = ports;
  const applies = (test: FunctionalCase | Exploit): boolean => test.only === undefined || test.only.includes(language);
  const cases = ports.tests.cases.filter(applies);
  const exploits = ports.tests.exploits.filter(applies);
  const linted = (await options.lint?.(task, language)) ?? [];
  const pair = { ...emptyPair(task, language), cases: cases.length, exploits: exploits.length, problems: linted };
  const absent = options.notChecked?.get(language);
  if (absent !== undefined) return { ...pair, notChecked: absent };
  const timed = await Promise.all(witnessesOf(task, language).map((witness) => examined(task, witness, ports)));
  const hasTests = cases.length + exploits.length > 0;
  if (hasTests && timed.length > 0 && timed.every(({ verdicts }) => verdicts.length === 0))
    return { ...pair, notChecked: `no driver for ${language}` };
  return {
    ...pair,
    problems: [...linted, ...problemsOf(task, { cases, exploits }, timed)],
    rows: await Promise.all(timed.map((each) => rowOf(task, each, ports))),
    spans: timed.map(({ from, to }) => ({ from, to })),
  };
};

type Timed = Examined & { readonly from: number; readonly to: number };

const examined = (task: Task, witness: Witness, { turn, options }: PairPorts): Promise<Timed> =>
  turn(async () => {
    const clock = options.clock ?? (() => 0);
    const from = clock();
    const [verdicts = []] = await options.oracle.examine([{ task, sample: witnessSample(task, witness) }], options.signal);
    options.onWitness?.();
    return { witness, verdicts, from, to: clock() };
  });

const statusOn = (axis: 'functional' | 'secure', verdicts: readonly Verdict[]): Status =>
  verdicts.find((verdict) => verdict.axis === axis)?.status ?? 'none';

const checksOf = (verdicts: readonly Verdict[]): WitnessRow['checks'] =>
  verdicts.flatMap(({ checks }) => (checks ?? []).map(({ id, status }) => ({ id, status })));

const rowOf = async (task: Task, { witness, verdicts, from, to }: Timed, ports: PairPorts): Promise<WitnessRow> => {
  const row: WitnessRow = {
    name: witness.name,
    ...(witness.files === undefined ? {} : { isPatch: true }),
    label: witness.label,
    functional: statusOn('functional', verdicts),
    secure: statusOn('secure', verdicts),
    checks: checksOf(verdicts),
    ms: to - from,
  };
  const { mutate, oracle, signal } = ports.options;
  const sole = soleConviction(row, ports.tests);
  if (mutate === undefined || sole === undefined) return row;
  // The conviction hangs on one test, so that weakening all of them weakens that one.
  const weak = mutate.weakened(task);
  const [again = []] = await ports.turn(() => oracle.examine([{ task: weak, sample: witnessSample(task, witness) }], signal), 'urgent');
  const status = checksOf(again).find(({ id }) => id === sole.test)?.status ?? 'unknown';
  return { ...row, weakened: { test: sole.test, status } };
};
