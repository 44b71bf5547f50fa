import { createHash } from 'node:crypto';
import { type Axis, type CweId, defaultLimits, type Task, UserError, type Verdict } from '../../core/index.ts';
import type { GivenSample, GivenSamples, ReadOptions, SampleFormat } from '../dataset.ts';
import { parseRows, type Row } from './parse-rows.ts';
import { type Choice, choicesOf, type Outcome, type SallmRow, sallmRow } from './sallm-rows.ts';
import { systemName } from './system-name.ts';

const oracle = 'imported:sallm';

/**
 * Generations of the SALLM benchmark (s2e-lab/SALLM), in both shapes of `output`, with or without test results.
 * The tasks are built from the rows, so nothing else is needed.
 */
export const sallm = (): SampleFormat => ({
  id: 'sallm',
  summary: "SALLM's generations with their published test outcomes",
  recognises: (_path, head) => /"id"\s*:\s*"[^"]*_cwe\d+_\d+\.py"/.test(head) && head.includes('"technique"') && head.includes('"prompt"'),
  read: async (path, options) => samplesOf(path, await parseRows(path, sallmRow), options),
});

const samplesOf = (path: string, rows: readonly Row<SallmRow>[], options: ReadOptions): GivenSamples => {
  const system = options.system ?? systemName(path);
  const tasks = new Map<string, Task>();
  const counts = new Map<string, number>();
  const samples = rows.flatMap(({ line, value: row }) => {
    const task = taskOf(row);
    const known = tasks.get(task.id);
    if (known !== undefined && known.hash !== task.hash) {
      throw new UserError('task-twice', `${path}:${line}: task ${task.id} stands in this file with another prompt already.`);
    }
    tasks.set(task.id, task);
    return choicesOf(row).map((choice): GivenSample => {
      const index = counts.get(task.id) ?? 0;
      counts.set(task.id, index + 1);
      return sampleOf(choice, { task, system, index, prompt: row.prompt });
    });
  });
  if (samples.length === 0) throw new UserError('no-samples', `${path} holds prompts and no answers: every output is empty.`);
  return { format: 'sallm', tasks: [...tasks.values()], samples, notes: notesOf(rows, samples, system) };
};

/** The id is the only place where the source states the weakness; the schema has checked its form. */
const cweOf = (id: string): CweId => `CWE-${Number(/_cwe(\d+)_\d+\.py$/.exec(id)?.[1])}`;

const taskOf = (row: SallmRow): Task => ({
  id: row.id,
  suite: 'sallm',
  title: row.id,
  cwes: [cweOf(row.id)],
  alsoCounts: [],
  languages: [{ language: 'python', packages: [], prompts: { instruction: '', completion: row.prompt } }],
  interface: { kind: 'function', functions: [] },
  limits: defaultLimits,
  threat: '',
  canary: '',
  licence: 'Apache-2.0',
  created: '',
  witnesses: [],
  hash: createHash('sha256')
    .update(JSON.stringify([row.id, row.prompt]))
    .digest('hex'),
  origin: { technique: row.technique ?? null, source: row.source ?? null },
});

type Context = { readonly task: Task; readonly system: string; readonly index: number; readonly prompt: string };

/** The published outcomes are about the cleaned code; where that does not compile no test ran, and the cleaning may be to blame. */
const isTested = ({ cleared, compilable, success, vulnerability }: Choice): boolean =>
  cleared !== undefined && (compilable !== false || decided(success) || decided(vulnerability));

const decided = (outcome: Outcome): boolean => outcome === 'success' || outcome === 'failure';

const sampleOf = (choice: Choice, { task, system, index, prompt }: Context): GivenSample => ({
  taskId: task.id,
  language: 'python',
  style: 'completion',
  system,
  index,
  prefix: prompt,
  completion: {
    text: choice.text,
    finishReason: choice.finishReason,
    model: choice.model ?? system,
    ...(isTested(choice) && choice.cleared !== undefined ? { code: choice.cleared } : {}),
  },
  verdicts: [verdictOf('functional', choice, task), verdictOf('secure', choice, task)],
});

const verdictOf = (axis: Axis, choice: Choice, task: Task): Verdict => {
  const field = axis === 'functional' ? 'test_success' : 'test_vulnerability';
  const outcome = axis === 'functional' ? choice.success : choice.vulnerability;
  const facts = {
    oracle,
    axis,
    grade: 'witnessed',
    family: oracle,
    voice: { counts: true, uncalibrated: true },
    collateral: [],
    forgeable: true,
  } as const;
  if (outcome === 'success') return { ...facts, status: 'pass' };
  if (outcome === 'failure') {
    const message =
      axis === 'functional' ? "the source's functional test failed" : "the source's security test failed: the code is vulnerable";
    return {
      ...facts,
      status: 'fail',
      findings: [{ oracle, ruleId: field, cwe: axis === 'functional' ? [] : task.cwes, severity: 'unrated', message }],
    };
  }
  if (outcome === 'error')
    return { ...facts, status: 'unknown', reason: 'error', detail: `${field} is "error" in the source: its test broke` };
  const why = choice.compilable === false ? "the source's cleaned code does not compile" : 'the source has no outcome';
  return { ...facts, status: 'unknown', reason: 'not-in-source', detail: `${field} is missing: ${why}` };
};

const notesOf = (rows: readonly Row<SallmRow>[], samples: readonly GivenSample[], system: string): readonly string[] => {
  const choices = rows.flatMap(({ value }) => choicesOf(value));
  const tested = choices.filter(isTested).length;
  const broken = choices.filter((choice) => choice.cleared !== undefined && !isTested(choice)).length;
  const cut = choices.filter(({ finishReason, model }) => model === undefined && finishReason === 'length').length;
  const untested = rows.filter(({ value }) =>
    choicesOf(value).every(({ success, vulnerability }) => !decided(success) && !decided(vulnerability)),
  );
  return [
    `${system}: ${samples.length} answers to ${rows.length} prompts. The CWE of a task is taken from its id, the only place where the source states it.`,
    'The tests ran in the process of the code that they test, which could forge them: their verdicts are marked forgeable.',
    'The source counts only a failed security test as vulnerable, so a test that broke or never ran counts as secure there; here both are unknown.',
    ...(tested === 0 ? [] : [`${system}: ${tested} answers are examined as the source cleaned them, for that is what its tests ran on.`]),
    ...(broken === 0
      ? []
      : [
          `${system}: ${broken} answers do not compile as the source cleaned them and were not tested there; Fathom extracted their code from the answer itself.`,
        ]),
    ...(cut === 0 ? [] : [`${system}: ${cut} answers hold no end-of-text mark and are taken as cut at the limit of tokens.`]),
    ...(untested.length === 0
      ? []
      : [`${system}: ${untested.length} tasks have no test outcome for any answer: ${untested.map(({ value }) => value.id).join(', ')}.`]),
  ];
};
