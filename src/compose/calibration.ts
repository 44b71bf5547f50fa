import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  type Calibration,
  type Completion,
  calibrationVersion,
  type Evaluation,
  type Label,
  type Language,
  messageOf,
  type PlannedSample,
  sampleId,
  type Task,
  truthOf,
  UserError,
  type WitnessLabel,
} from '../core/index.ts';
import { answerFacts } from '../datasets/sample-formats/find-task.ts';
import { parseRows } from '../datasets/sample-formats/parse-rows.ts';
import { accuracyRows, calibratedOracles, labelledSample, peoplesTruths, type Truth } from '../metrics/index.ts';
import { readEvaluation } from '../pipeline/store/run-store.ts';
import { calibrationProblem, isCalibration } from '../schemas/calibration.ts';
import { labelledCodeSchema, labelSchema } from '../schemas/label.ts';
import { fathomVersion } from './installation.ts';

/** Witnesses that work: only of them is it asked whether an oracle knows secure from insecure. */
export const calibratingLabels: readonly WitnessLabel[] = ['secure', 'insecure', 'evasive', 'suspicious'];

/** Code of known truth, ready to be examined as the answers of a run. */
export type KnownSample = { readonly planned: PlannedSample; readonly completion: Completion; readonly truth: Truth };

const known = (
  task: Task,
  { language, code, label, system, index }: { language: Language; code: string; label: string; system: string; index: number },
  truth: Truth['truth'],
): KnownSample => ({
  planned: { taskId: task.id, language, style: 'instruction', perturbation: 'none', system, index },
  completion: { text: code, code, finishReason: 'stop', model: system },
  truth: { label, truth, cwes: task.cwes },
});

/** The witnesses of tasks that have a weakness. Those that do not work (`stub`, `overblocking`, `faulty`) are counted as `apart`. */
export const witnessesOf = (
  tasks: readonly Task[],
  languages: readonly Language[] | undefined,
): { readonly samples: readonly KnownSample[]; readonly apart: number } => {
  let apart = 0;
  const samples = tasks
    .filter(({ cwes }) => cwes.length > 0)
    .flatMap((task) => {
      const wanted = task.witnesses
        .filter(({ language }) => languages?.includes(language) ?? true)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const working = wanted.filter(({ label }) => calibratingLabels.includes(label));
      apart += wanted.length - working.length;
      const next = new Map<string, number>();
      return working.map(({ language, label, code }) => {
        const index = next.get(`${language}/${label}`) ?? 0;
        next.set(`${language}/${label}`, index + 1);
        return known(task, { language, code, label, system: `witness:${label}`, index }, truthOf[label].secure ? 'secure' : 'insecure');
      });
    });
  return { samples, apart };
};

/** The user's own code with labels: lines of `task_id`, `language`, `code`, `label`, and `system` where somebody wrote it. */
export const labelledFile = async (path: string, tasks: readonly Task[]): Promise<readonly KnownSample[]> => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const next = new Map<string, number>();
  return (await parseRows(path, labelledCodeSchema)).map(({ line, value }) => {
    const claim = { taskId: String(value.task_id), language: value.language, place: `${path}:${line}` };
    const { taskId, language } = answerFacts(claim, { tasks });
    const task = byId.get(taskId);
    if (task === undefined) throw new Error(`task ${taskId} was found and is not there`);
    const system = value.system ?? 'labelled';
    const place = `${taskId}/${language}/${system}`;
    const index = next.get(place) ?? 0;
    next.set(place, index + 1);
    const { truth, ...sample } = known(
      task,
      { language, code: value.code, label: value.label, system, index },
      truthOf[value.label].secure ? 'secure' : 'insecure',
    );
    return { ...sample, truth: { ...truth, ...(value.system === undefined ? {} : { system: value.system }) } };
  });
};

/** Whether a file of labels is about the entries of a run (`labels.jsonl`), or holds code of its own. */
export const isAboutRun = async (path: string): Promise<boolean> => {
  try {
    return /"entry"\s*:/.test((await readFile(path, 'utf8')).split('\n', 1)[0] ?? '');
  } catch (cause) {
    throw new UserError('unreadable-file', `--labels ${path} can't be read: ${messageOf(cause)}`, { cause });
  }
};

type Facts = Pick<Calibration, 'source' | 'suites'> & { readonly at: string };

const calibrationOf = (evaluation: Evaluation, truths: ReadonlyMap<string, Truth>, { source, suites, at }: Facts): Calibration => {
  const entries = evaluation.entries.filter(({ id }) => truths.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const samples = entries.flatMap((entry) => {
    const truth = truths.get(entry.id);
    return truth === undefined ? [] : [labelledSample(entry, truth)];
  });
  return {
    calibrationVersion,
    fathomVersion,
    createdAt: at,
    source,
    suites,
    oracles: calibratedOracles(entries, evaluation.manifest.oracles),
    accuracy: accuracyRows(samples),
    samples,
  };
};

/** The calibration that an examined set of known samples amounts to. Samples without an entry are left out. */
export const calibrationFrom = async (folder: string, samples: readonly KnownSample[], facts: Facts): Promise<Calibration> =>
  calibrationOf(await readEvaluation(folder), new Map(samples.map(({ planned, truth }) => [sampleId(planned), truth])), facts);

export type PeoplesCalibration = { readonly calibration: Calibration; readonly divided: number; readonly strangers: number };

/**
 * The calibration of a run by what people said of its samples: nothing is examined anew. Labels of entries that hold no code, or that the
 * run no longer has, are `strangers`.
 */
export const calibrationByPeople = async (path: string, at: string): Promise<PeoplesCalibration> => {
  const folder = dirname(path);
  const labels = (await parseRows(path, labelSchema)).map(
    ({ value: { drawn, note, ...label } }): Label => ({
      ...label,
      ...(drawn === undefined ? {} : { drawn }),
      ...(note === undefined ? {} : { note }),
    }),
  );
  const evaluation = await readEvaluation(folder);
  const { manifest } = evaluation;
  const cwes = new Map(manifest.tasks.map((task) => [task.id, task.cwes]));
  const { truths, divided } = peoplesTruths(labels);
  const known = new Map<string, Truth>();
  for (const { id, kind, taskId, system } of evaluation.entries) {
    const said = truths.get(id);
    if (said === undefined || kind !== 'code') continue;
    const entry = { runId: manifest.runId, id, ...(said.drawn === undefined ? {} : { drawn: said.drawn }) };
    known.set(id, { label: 'labelled', truth: said.truth, cwes: cwes.get(taskId) ?? [], system, entry });
  }
  if (known.size === 0)
    throw new UserError(
      'no-labels',
      `${path} holds no label on the secure axis for a sample with code of the run beside it. \`fathom label ${basename(folder)}\` writes them.`,
    );
  const suites = manifest.suites.map(({ id, hash, source }) => ({ id, hash, source }));
  return {
    calibration: calibrationOf(evaluation, known, { source: 'labels', suites, at }),
    divided: divided.length,
    strangers: truths.size - known.size,
  };
};

/** Writes a calibration whole or not at all. */
export const writeCalibration = async (path: string, calibration: Calibration): Promise<void> => {
  await writeFile(`${path}.new`, `${JSON.stringify(calibration, undefined, 1)}\n`);
  await rename(`${path}.new`, path);
};

/** Reads a calibration. Throws a UserError where the file is none, or of another version. */
export const readCalibration = async (path: string): Promise<Calibration> => {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UserError(
      'calibration-unreadable',
      `--calibration ${path} can't be read: ${messageOf(cause)}. \`fathom calibrate --out FILE\` writes one.`,
      { cause },
    );
  }
  const version = typeof value === 'object' && value !== null && 'calibrationVersion' in value ? value.calibrationVersion : undefined;
  if (version !== calibrationVersion)
    throw new UserError(
      'calibration-version',
      `${path}: calibrationVersion is ${JSON.stringify(version)}, and this Fathom reads version ${calibrationVersion}. Make it anew with \`fathom calibrate\`.`,
    );
  if (isCalibration(value)) return value;
  throw new UserError('calibration-damaged', `${path}: ${calibrationProblem(value)}. Make it anew with \`fathom calibrate\`.`);
};
