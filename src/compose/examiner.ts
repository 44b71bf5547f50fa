import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import {
  continuesPrompt,
  type Entry,
  type Language,
  type Outcome,
  type PlannedSample,
  type PromptStyle,
  sampleId,
  UserError,
  type Verdict,
} from '../core/index.ts';
import { fuse, learned } from '../fusion/index.ts';
import { refineKind } from '../pipeline/examine.ts';
import { sampleOf } from '../pipeline/sample-of.ts';
import type { BlobStore } from '../pipeline/store/blobs.ts';
import { type Configuration, configurationSchema } from '../schemas/configuration.ts';
import { readCalibration } from './calibration.ts';
import { plainJudging } from './judges.ts';
import { fusionNamed } from './measured.ts';
import { oraclesOf } from './oracles.ts';
import { suiteOf } from './suites.ts';

/** One answer of a model, or code as it is. */
export type Answer = {
  readonly taskId: string;
  readonly language: Language;
  readonly completion: string;
  /** Default: `instruction`. */
  readonly style?: PromptStyle;
};

export type Examined = Pick<Entry, 'kind' | 'verdicts' | 'provenance'> & {
  /** The whole file that was examined. */
  readonly code: string;
  readonly outcome: Outcome;
};

export type ExaminerOptions = Partial<Configuration> & {
  /** Folder against which a suite's path is read. Default: the current one. */
  readonly cwd?: string;
};

/** A verifier for trainers and tools: answers in, verdicts and outcomes out, in order. Keeps warm boxes; close it. */
export type Examiner = {
  /** Throws a UserError where a task or its language is not in the suite. A failing oracle is an `unknown` verdict, not an error. */
  examine(answers: readonly Answer[], signal?: AbortSignal): Promise<readonly Examined[]>;
  /** The text of a transcript that a verdict names. */
  transcript(hash: string): string | undefined;
  close(): Promise<void>;
};

const memory = (): BlobStore & { get(hash: string): string | undefined } => {
  const texts = new Map<string, string>();
  return {
    save: async (text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      texts.set(hash, text);
      return hash;
    },
    load: async (hash) => texts.get(hash),
    get: (hash) => texts.get(hash),
  };
};

/**
 * Prepares the oracles of a configuration (default: the bundled suite, every analyzer found here, tests and exploits in bubblewrap)
 * and examines answers with them. Throws a UserError where the sandbox does not work here.
 */
export const createExaminer = async (options: ExaminerOptions = {}): Promise<Examiner> => {
  const { cwd = process.cwd(), ...given } = options;
  const configuration = configurationSchema.parse(given);
  const suite = await suiteOf(configuration.suite, cwd);
  const chosen = suite.tasks.filter(({ id }) => configuration.tasks?.includes(id) ?? true);
  const tasks = new Map(chosen.map((task) => [task.id, task]));
  const rule = learned(fusionNamed(configuration.fusion), {
    tasks: chosen,
    entries: [],
    ...(configuration.calibration === undefined ? {} : { calibration: await readCalibration(resolve(cwd, configuration.calibration)) }),
  });
  const blobs = memory();
  const languages = [...new Set(chosen.flatMap((task) => task.languages.map(({ language }) => language)))];
  const set = await oraclesOf(configuration, {
    languages,
    executable: true,
    blobs,
    extra: [],
    confirmedUnconfined: false,
    judging: plainJudging(configuration, chosen, process.env),
  });
  await Promise.all(set.oracles.map((oracle) => oracle.prepare(chosen)));
  const examinationOf = (answer: Answer, index: number) => {
    const task = tasks.get(answer.taskId);
    const wording = task?.languages.find(({ language }) => language === answer.language);
    if (task === undefined || wording === undefined)
      throw new UserError('unknown-task', `Suite ${suite.id} has no task ${JSON.stringify(answer.taskId)} in ${answer.language}.`);
    const style = answer.style ?? 'instruction';
    const planned: PlannedSample = { taskId: task.id, language: answer.language, style, perturbation: 'none', system: 'given', index };
    const prefix = continuesPrompt(style) ? (wording.prompts[style] ?? '') : '';
    const completion = { text: answer.completion, finishReason: 'stop' as const, model: 'given' };
    return { task, sample: { ...sampleOf(planned, task, prefix, completion), id: sampleId(planned) } };
  };
  return {
    async examine(answers, signal) {
      const batch = answers.map(examinationOf);
      const said = await Promise.all(set.oracles.map((oracle) => oracle.examine(batch, signal)));
      return batch.map(({ sample, task }, position): Examined => {
        const verdicts: readonly Verdict[] = said.flatMap((verdictsOf) => verdictsOf[position] ?? []);
        const kind = refineKind(sample, verdicts, set.parserOf, task);
        return { kind, verdicts, provenance: sample.provenance, code: sample.code, outcome: fuse({ kind, verdicts }, rule, sample) };
      });
    },
    transcript: (hash) => blobs.get(hash),
    close: set.close,
  };
};
