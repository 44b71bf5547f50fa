import { type Language, languages, type OracleFacts, type Task } from '../core/index.ts';
import { testLoader } from '../datasets/task-folder/load-tests.ts';
import type { TaskTests } from '../datasets/testing.ts';
import { type CheckedPair, checkTasks, type TaskCheckReport, weakenable } from '../pipeline/check-tasks.ts';
import type { BlobStore } from '../pipeline/store/blobs.ts';
import type { Configuration } from '../schemas/configuration.ts';
import { promptLint, variantsLint } from './lint-problems.ts';
import { openPlacesOf } from './new-task.ts';
import { drivers, executingOracle } from './oracles.ts';

export type { CheckedPair, TaskCheckReport, TaskProblem, WitnessRow } from '../pipeline/check-tasks.ts';
export { renderTaskCheck } from '../pipeline/render-task-check.ts';

/** A check keeps no transcripts. */
const forgetful: BlobStore = { save: async () => '', load: async () => undefined };

export type CheckPorts = {
  readonly confirmedUnconfined: boolean;
  readonly languages?: readonly Language[];
  /** Weakened tests too, and dead tests are problems. */
  readonly mutate: boolean;
  /** Witnesses examined side by side. */
  readonly jobs?: number;
  readonly signal: AbortSignal;
  readonly clock: () => number;
  onPair?(pair: CheckedPair): void;
  onWitness?(): void;
};

/** A suite to be checked once or several times. */
export type SuiteCheck = {
  /** One round; from the second one on with other hidden inputs: those of the seed that is so much higher. */
  round(number: number): Promise<TaskCheckReport>;
};

/** Whether the tasks' tests tell their witnesses apart, tried in the configured sandbox. */
export const suiteCheck = (tasks: readonly Task[], configuration: Configuration, ports: CheckPorts): SuiteCheck => {
  let known: ReadonlyMap<Language, string> | undefined;
  const load = testLoader();
  const lint = promptLint();
  const { confirmedUnconfined, mutate, ...passedOn } = ports;
  return {
    async round(number) {
      const tests = weakenable(load);
      const seed = configuration.seed + number - 1;
      const ported = { blobs: forgetful, confirmedUnconfined, loadTests: tests.loadTests, languages: languagesIn(tasks, ports.languages) };
      const { oracle, sandbox } = await executingOracle({ ...configuration, seed }, ported);
      try {
        known ??= notCheckedHere(await oracle.prepare(narrowed(tasks, ports.languages)));
        return await checkTasks(tasks, {
          ...passedOn,
          oracle,
          loadTests: load,
          notChecked: known,
          lint,
          lintWhole: variantsLint,
          openPlaces: openPlacesOf,
          ...(mutate ? { mutate: tests } : {}),
        });
      } finally {
        await oracle.close();
        await sandbox.close();
      }
    },
  };
};

/** Controls of languages that nobody asked for cost time and say nothing here. */
const narrowed = (tasks: readonly Task[], wanted: readonly Language[] | undefined): readonly Task[] =>
  tasks.map((task) => ({ ...task, languages: task.languages.filter(({ language }) => wanted?.includes(language) ?? true) }));

const languagesIn = (tasks: readonly Task[], wanted: readonly Language[] | undefined): readonly Language[] =>
  languages.filter(
    (language) => (wanted?.includes(language) ?? true) && tasks.some((task) => task.languages.some((each) => each.language === language)),
  );

/** Languages without a driver, and those in which the oracle fails its own controls: there no verdict on a task means anything. */
export const notCheckedHere = (facts: readonly OracleFacts[]): ReadonlyMap<Language, string> => {
  const reasons = new Map<Language, string>();
  const driven = new Set(drivers.map(({ language }) => language));
  for (const language of languages) if (!driven.has(language)) reasons.set(language, 'Fathom has no driver for it');
  for (const { id, controls } of facts) {
    for (const { language, knownBadFound, knownGoodClean, detail } of controls) {
      if ((knownBadFound && knownGoodClean) || reasons.has(language)) continue;
      reasons.set(language, `${id}: ${detail ?? 'the control programs got the wrong verdict'} (\`fathom doctor\`)`);
    }
  }
  return reasons;
};

export const testsOf = (task: Task): Promise<TaskTests> => testLoader()(task);
