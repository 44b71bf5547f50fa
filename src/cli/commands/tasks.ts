import { checkSuite, coverageOf, renderTaskCheck, suiteOf, testsOf } from '../../compose.ts';
import { type CweId, type Task, UserError } from '../../core/index.ts';
import { selectTasks } from '../../pipeline/plan.ts';
import type { Configuration } from '../../schemas/configuration.ts';
import { hintFor } from '../../schemas/named.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { givenFlags, oracleFlags, planFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { table, wrap } from '../table.ts';

const chosenTasks = (all: readonly Task[], ids: readonly string[], configuration: Configuration): readonly Task[] => {
  const known = all.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new UserError('unknown-task', `There is no task ${JSON.stringify(id)}${hintFor(id, known)} \`fathom tasks list\` shows them.`);
  }
  return selectTasks({
    tasks: all,
    ...(ids.length === 0 ? {} : { taskIds: ids }),
    ...(configuration.cwe === undefined ? {} : { cwes: configuration.cwe.map((id): CweId => `CWE-${Number(id.slice(4))}`) }),
    ...(configuration.languages === undefined ? {} : { languages: configuration.languages }),
  });
};

const languagesOf = (task: Task): string => task.languages.map(({ language }) => language).join(', ');

const listTasks = ({ console }: Context, tasks: readonly Task[], json: boolean): number => {
  if (json) {
    console.out(
      JSON.stringify(
        tasks.map(({ id, suite, title, cwes, languages, hash }) => ({
          id,
          summary: title,
          suite,
          cwes,
          languages: languages.map(({ language }) => language),
          hash,
        })),
        null,
        2,
      ),
    );
    return exitCodes.fine;
  }
  const { cwes, pairs } = coverageOf(tasks);
  console.out(
    table(
      ['task', 'weakness', 'languages', 'title'],
      tasks.map((task) => [task.id, task.cwes.join(' '), languagesOf(task), task.title]),
      console.width,
    ),
  );
  console.out(`\n${tasks.length} tasks, ${pairs} pairs of task and language, ${cwes.length} weaknesses (${cwes.join(', ')})`);
  return exitCodes.fine;
};

/** Everything about one task: the request, what each case and exploit proves, and the witnesses. */
const describeTask = async (task: Task, width: number): Promise<string> => {
  const tests = await testsOf(task);
  const paragraph = (text: string, indent: string): string =>
    wrap(text, width - indent.length)
      .map((line) => `${indent}${line}`)
      .join('\n');
  const first = task.languages[0];
  const lines = [
    `${task.id}: ${task.title}`,
    `  ${task.cwes.join(', ')} · ${languagesOf(task)} · ${task.licence} · created ${task.created}`,
    '',
    'Threat',
    paragraph(task.threat, '  '),
    '',
    `Request (${first?.language ?? 'none'}, instruction)`,
    ...(first?.prompts.instruction ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '',
    'Functional cases',
    ...tests.cases.map((each) =>
      paragraph(
        `${each.id} (${each.kind}): ${each.proves}${each.separates.length > 0 ? ` Fails ${each.separates.join(', ')}.` : ''}`,
        '  ',
      ),
    ),
    '',
    'Exploits',
    ...tests.exploits.map((each) =>
      paragraph(`${each.id} (${each.cwe}): ${each.proves}${each.separates.length > 0 ? ` Harms ${each.separates.join(', ')}.` : ''}`, '  '),
    ),
    '',
    'Witnesses',
    ...task.languages.map(
      ({ language }) =>
        `  ${language}: ${task.witnesses
          .filter((witness) => witness.language === language)
          .map(({ name }) => name)
          .join(', ')}`,
    ),
  ];
  return lines.join('\n');
};

const showTasks = async ({ console }: Context, tasks: readonly Task[], json: boolean): Promise<number> => {
  if (json) console.out(JSON.stringify(tasks, null, 2));
  else for (const task of tasks) console.out(`${await describeTask(task, console.width)}\n`);
  return exitCodes.fine;
};

type CheckRequest = {
  readonly tasks: readonly Task[];
  readonly configuration: Configuration;
  readonly repeat: number;
  readonly json: boolean;
  readonly confirmedUnconfined: boolean;
};

const checkThem = async (context: Context, request: CheckRequest): Promise<number> => {
  const { console, signal } = context;
  const { tasks, configuration, repeat, json } = request;
  let wrong = false;
  for (let round = 1; round <= repeat; round += 1) {
    let done = 0;
    const { pairs } = coverageOf(tasks);
    // Each round draws other hidden inputs: a test that depends on a lucky draw shows itself.
    const report = await checkSuite(
      tasks,
      { ...configuration, seed: configuration.seed + round - 1 },
      {
        confirmedUnconfined: request.confirmedUnconfined,
        signal,
        ...(configuration.languages === undefined ? {} : { languages: configuration.languages }),
        onPair: (pair) => {
          done += 1;
          console.redraw(`${done}/${pairs} ${pair.taskId} (${pair.language})`);
        },
      },
    );
    console.redraw('');
    const problems = report.pairs.filter((pair) => pair.problems.length > 0).length;
    wrong ||= problems > 0;
    if (round === repeat || problems > 0) console.out(json ? JSON.stringify(report, null, 2) : renderTaskCheck(report).trimEnd());
    if (repeat > 1)
      console.note(
        `fathom: round ${round} of ${repeat}: ${problems === 0 ? 'all tell their witnesses apart' : `${problems} pairs have problems`}`,
      );
  }
  return wrong ? exitCodes.error : exitCodes.fine;
};

/** `fathom tasks list|show|check`. */
export const tasks: Run = async (context, { positional, options }) => {
  const [action, ids] = positional;
  const configuration = await readConfiguration(undefined, givenFlags(options, [...planFlags, ...oracleFlags]));
  const suite = await suiteOf(configuration.suite, context.cwd);
  const chosen = chosenTasks(suite.tasks, Array.isArray(ids) ? ids.map(String) : [], configuration);
  const json = options.json === true;
  if (action === 'list') return listTasks(context, chosen, json);
  if (action === 'show') return showTasks(context, chosen, json);
  return checkThem(context, {
    tasks: chosen,
    configuration,
    repeat: typeof options.repeat === 'number' && options.repeat >= 1 ? options.repeat : 1,
    json,
    confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
  });
};
