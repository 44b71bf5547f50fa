import { familyOfTask, fileOfWitness, promptOf, suiteCheck, testsOf, type WitnessRow } from '../../../compose.ts';
import { type Language, promptStyles, type Task, truthOf, type Wording, wordings } from '../../../core/index.ts';
import type { Exploit, FunctionalCase, TaskTests } from '../../../datasets/testing.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { table, wrap } from '../../table.ts';
import { languagesOf, type TasksRequest } from './request.ts';

type Got = (language: Language, name: string) => WitnessRow | undefined;

/** `fathom tasks show`: the request, what each case and exploit proves, and the witnesses. */
export const showTasks = async (context: Context, request: TasksRequest): Promise<number> => {
  const { tasks, configuration, options } = request;
  const { console } = context;
  if (options.json === true) {
    console.out(JSON.stringify(tasks, null, 2));
    return exitCodes.fine;
  }
  const got = options.verdicts === true ? await verdictsOf(context, request) : undefined;
  for (const task of tasks) {
    const shown = languagesOf(task, configuration.languages);
    const tests = await testsOf(task);
    const lines = [
      `${task.id}: ${task.title}`,
      `  ${task.cwes.join(', ') || 'no weakness'} (${familyOfTask(task.cwes)}) · ${task.interface.kind} · ${languagesOf(task, undefined).join(', ')} · ${task.licence} · created ${task.created}`,
      '',
      'Threat',
      ...paragraph(task.threat, console.width),
      '',
      ...requestLines(task, configuration.languages === undefined ? shown.slice(0, 1) : shown, options),
      ...testLines(tests, console.width),
      'Witnesses',
      ...shown.flatMap((language) => witnessLines(task, language, { tests, got, width: console.width })),
    ];
    console.out(`${lines.join('\n')}\n`);
  }
  return exitCodes.fine;
};

/** One round of the check; yields what each witness got. */
const verdictsOf = async ({ console, signal, clock }: Context, { tasks, configuration, options }: TasksRequest) => {
  console.redraw('running the tests …');
  const { languages } = configuration;
  const check = suiteCheck(tasks, configuration, {
    confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
    ...(languages === undefined ? {} : { languages }),
    mutate: false,
    signal,
    clock,
  });
  const { pairs } = await check.round(1);
  console.redraw('');
  return (taskId: string): Got =>
    (language, name) =>
      pairs.find((pair) => pair.taskId === taskId && pair.language === language)?.rows.find((row) => row.name === name);
};

const paragraph = (text: string, width: number): readonly string[] => wrap(text, width - 2).map((line) => `  ${line}`);

const requestLines = (task: Task, shown: readonly Language[], options: TasksRequest['options']): readonly string[] => {
  const style = promptStyles.find((each) => each === options.style) ?? 'instruction';
  const wording: Wording = wordings.find((each) => each === options.wording) ?? 'plain';
  return shown.flatMap((language) => {
    const text = promptOf(task, language, { style, wording });
    const body = text === undefined ? ['(the task has no such prompt)'] : text.trimEnd().split('\n');
    return [
      `Request (${language}, ${style}${wording === 'plain' ? '' : `, ${wording}`})`,
      ...body.map((line) => `  ${line}`.trimEnd()),
      '',
    ];
  });
};

const limited = ({ only }: FunctionalCase | Exploit): string => (only === undefined ? '' : `, only ${only.join(', ')}`);

const testLines = ({ cases, exploits }: TaskTests, width: number): readonly string[] => [
  'Functional cases',
  ...cases.flatMap((each) =>
    paragraph(`${each.id} (${each.kind}${limited(each)}): ${each.proves}${convicted('Fails', each.separates)}`, width),
  ),
  '',
  'Exploits',
  ...exploits.flatMap((each) =>
    paragraph(`${each.id} (${each.cwe}${limited(each)}): ${each.proves}${convicted('Harms', each.separates)}`, width),
  ),
  '',
];

const convicted = (verb: string, names: readonly string[]): string => (names.length > 0 ? ` ${verb} ${names.join(', ')}.` : '');

const stated = (good: boolean): string => (good ? 'pass' : 'fail');

type WitnessPorts = { readonly tests: TaskTests; readonly got: ((taskId: string) => Got) | undefined; readonly width: number };

const witnessLines = (task: Task, language: Language, { tests, got, width }: WitnessPorts): readonly string[] => {
  const own = task.witnesses.filter((witness) => witness.language === language);
  const head = ['witness', 'works', 'is secure', got === undefined ? 'convicted by' : 'got: works, is secure, and what failed'];
  const rows = own.map(({ name, label }) => {
    const truth = truthOf[label];
    const row = got?.(task.id)(language, name);
    const named = [...tests.cases, ...tests.exploits].flatMap(({ id, separates }) => (separates.includes(name) ? [id] : []));
    const last = got === undefined ? named.join(', ') : row === undefined ? 'not checked' : gotText(row);
    return [fileOfWitness({ language, name }), stated(truth.functional), stated(truth.secure), last];
  });
  return table(head, rows, width - 2)
    .split('\n')
    .map((line) => `  ${line}`);
};

const gotText = ({ functional, secure, checks }: WitnessRow): string => {
  const notPassed = checks.flatMap(({ id, status }) => (status === 'pass' ? [] : [`${id}: ${status}`]));
  return [`${functional}, ${secure}`, ...notPassed].join('; ');
};
