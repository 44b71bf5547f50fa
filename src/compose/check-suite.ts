import type { CweId, Language, Task } from '../core/index.ts';
import { testLoader } from '../datasets/task-folder/load-tests.ts';
import type { TaskTests } from '../datasets/testing.ts';
import { type CheckedPair, checkTasks, type TaskCheckReport } from '../pipeline/check-tasks.ts';
import type { BlobStore } from '../pipeline/store/blobs.ts';
import type { Configuration } from '../schemas/configuration.ts';
import { executingOracle } from './oracles.ts';

export { renderTaskCheck } from '../pipeline/render-task-check.ts';

/** A check keeps no transcripts. */
const forgetful: BlobStore = { save: async () => '', load: async () => undefined };

export type CheckPorts = {
  readonly confirmedUnconfined: boolean;
  readonly languages?: readonly Language[];
  readonly signal: AbortSignal;
  onPair(pair: CheckedPair): void;
};

/** Whether the tasks' tests tell their witnesses apart, tried in the configured sandbox. */
export const checkSuite = async (tasks: readonly Task[], configuration: Configuration, ports: CheckPorts): Promise<TaskCheckReport> => {
  const { oracle, sandbox } = await executingOracle(configuration, { blobs: forgetful, confirmedUnconfined: ports.confirmedUnconfined });
  try {
    await oracle.prepare(tasks);
    const wanted = ports.languages;
    const chosen =
      wanted === undefined
        ? tasks
        : tasks.map((task) => ({ ...task, languages: task.languages.filter(({ language }) => wanted.includes(language)) }));
    return await checkTasks(chosen, { oracle, loadTests: testLoader(), onPair: ports.onPair, signal: ports.signal });
  } finally {
    await oracle.close();
    await sandbox.close();
  }
};

export const testsOf = (task: Task): Promise<TaskTests> => testLoader()(task);

/** Weaknesses and languages of tasks, counted. */
export const coverageOf = (tasks: readonly Task[]): { readonly cwes: readonly CweId[]; readonly pairs: number } => ({
  cwes: [...new Set(tasks.flatMap(({ cwes }) => cwes))].sort((a, b) => Number(a.slice(4)) - Number(b.slice(4))),
  pairs: tasks.reduce((sum, { languages }) => sum + languages.length, 0),
});
