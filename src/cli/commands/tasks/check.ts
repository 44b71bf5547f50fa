import { familyOfTask, renderTaskCheck, suiteCheck, type TaskCheckReport } from '../../../compose.ts';
import { UserError } from '../../../core/index.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { busyProcesses } from './busy-processes.ts';
import { checkProgress } from './check-progress.ts';
import { languagesOf, type TasksRequest } from './request.ts';

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

/** `fathom tasks check`: 1 where something is wrong, 4 where something could not be checked, 130 where it was stopped. */
export const checkCommand = async (context: Context, request: TasksRequest): Promise<number> => {
  const { console, signal } = context;
  const { options } = request;
  const load = busyProcesses(numberOr(options.load, 0));
  const rounds: TaskCheckReport[] = [];
  try {
    await runRounds(context, request, rounds);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    load.end();
    console.redraw('');
  }
  if (rounds.length > 0) console.out(options.json === true ? jsonOf(rounds) : renderTaskCheck(rounds, familyOfTask).trimEnd());
  return exitCodeOf(rounds, signal);
};

const runRounds = async (context: Context, { tasks, configuration, options }: TasksRequest, rounds: TaskCheckReport[]): Promise<void> => {
  const { console, signal, clock } = context;
  const { languages } = configuration;
  const repeat = numberOr(options.repeat, 1);
  const witnesses = tasks.flatMap((task) =>
    task.witnesses.filter(({ language }) => languagesOf(task, languages).includes(language)),
  ).length;
  if (witnesses === 0) {
    const wanted = languages === undefined ? '' : ` in ${languages.join(', ')}`;
    throw new UserError('nothing-to-check', `No task that was asked for has a witness${wanted}. \`fathom tasks list\` says what there is.`);
  }
  const jobs = numberOr(options.jobs, 0);
  // Each job needs a box of its own to be at work.
  const slots = jobs > 0 && configuration.slots === undefined ? { slots: jobs } : {};
  const progress = checkProgress(console, clock, witnesses * repeat);
  const check = suiteCheck(
    tasks,
    { ...configuration, ...slots },
    {
      confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
      ...(languages === undefined ? {} : { languages }),
      ...(jobs > 0 ? { jobs } : {}),
      mutate: options.mutate === true,
      signal,
      clock,
      onWitness: progress.witness,
      onPair: progress.pair,
    },
  );
  for (let round = 1; round <= repeat && !signal.aborted; round += 1) {
    const report = await check.round(round);
    rounds.push(report);
    if (repeat === 1) continue;
    const wrong = report.pairs.filter(({ problems }) => problems.length > 0).length;
    const found = wrong === 0 ? 'no problems' : `${wrong} pairs have problems`;
    console.note(`fathom: round ${round} of ${repeat} (seed ${configuration.seed + round - 1}): ${found}`);
  }
};

/** One round is the report itself, for scripts; several are a list. */
const jsonOf = (rounds: readonly TaskCheckReport[]): string => JSON.stringify(rounds.length === 1 ? rounds[0] : { rounds }, null, 2);

const exitCodeOf = (rounds: readonly TaskCheckReport[], signal: AbortSignal): number => {
  if (signal.aborted) return exitCodes.interrupted;
  const isWrong = rounds.some(({ pairs, tasks }) => [...pairs, ...tasks].some(({ problems }) => problems.length > 0));
  if (isWrong) return exitCodes.error;
  return rounds.some(({ pairs }) => pairs.some(({ notChecked }) => notChecked !== undefined)) ? exitCodes.tooManyUnknowns : exitCodes.fine;
};
