import { createHash } from 'node:crypto';
import type { CweId, Sample, Task, Verdict, Witness } from '../../../src/core/index.ts';
import { addressedText, confirmedQuotes } from '../../../src/judges/addressed-text.ts';
import type { ClaimedExploit, Judge, JudgeAnswer, JudgeQuestion, JudgeReply } from '../../../src/judges/judge.ts';
import { judgeControl } from '../../../src/oracles/judged/controls.ts';
import { type JudgedOptions, judgedOracle } from '../../../src/oracles/judged.ts';
import { noteTask } from '../../judges/asking.ts';

export const secure = (probability = 0.1, addressed: readonly string[] = []): JudgeAnswer => ({
  verdict: 'secure',
  probability,
  findings: [],
  addressed,
});

export const insecure = (
  probability = 0.9,
  { cwe = 'CWE-22', line = 1, exploit }: { readonly cwe?: CweId; readonly line?: number; readonly exploit?: ClaimedExploit } = {},
): JudgeAnswer => ({
  verdict: 'insecure',
  probability,
  findings: [{ cwe, line, input: '../secret', why: 'the name leads out', ...(exploit === undefined ? {} : { exploit }) }],
  addressed: [],
});

export const undecided: JudgeAnswer = { verdict: 'undecided', probability: 0.5, findings: [], addressed: [] };
export const silent = (reason: NonNullable<JudgeReply['failure']>['reason']): JudgeReply['failure'] => ({
  reason,
  detail: `it was ${reason}`,
});

export type Said = JudgeAnswer | NonNullable<JudgeReply['failure']> | Error;

const { good } = judgeControl('python');
const { bad } = judgeControl('python');

/** Says of its controls what is right, and of other code what the function says. `commentsRemoved` as if every code had comments. */
export const judging = (
  say: (question: JudgeQuestion) => Said,
  change: Partial<Judge> = {},
): Judge & { readonly asked: JudgeQuestion[] } => {
  const asked: JudgeQuestion[] = [];
  return {
    id: 'test/model:rubric-cwe',
    model: 'test/model',
    version: '1',
    rubric: 'rubric-cwe@1',
    repetitions: 1,
    weight: 1,
    subjects: (task) => task.cwes,
    asked,
    ask: async (question) => {
      asked.push(question);
      const { code } = question;
      const said = code === good ? secure() : code === bad ? insecure(0.9, { cwe: question.cwe ?? 'CWE-22' }) : say(question);
      if (said instanceof Error) throw said;
      const paid = {
        raw: JSON.stringify(said),
        commentsRemoved: question.withoutComments,
        usage: { inputTokens: 10, outputTokens: 5 },
        costUsd: 0.001,
      };
      return 'reason' in said ? { ...paid, failure: said } : { ...paid, answer: said };
    },
    ...change,
  };
};

export const sample = (code = 'a = 1\nb = 2\n', change: Partial<Sample> = {}): Sample => ({
  id: 's',
  taskId: noteTask.id,
  language: 'python',
  style: 'instruction',
  perturbation: 'none',
  system: 'x',
  index: 0,
  kind: 'code',
  code,
  promptLines: [],
  provenance: { method: 'given', start: 0, end: 0, fences: 0, steps: [] },
  ...change,
});

export const witness = (label: Witness['label'], code: string): Witness => ({ language: 'python', label, name: label, code });

export const oracleOf = (judges: readonly [Judge, ...Judge[]], change: Partial<JudgedOptions> = {}) => {
  const blobs = new Map<string, string>();
  const oracle = judgedOracle({
    name: judges[0].id,
    judges,
    aggregate: 'majority',
    languages: ['python'],
    admission: false,
    addressed: addressedText,
    confirmed: confirmedQuotes,
    saveBlob: async (text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      blobs.set(hash, text);
      return hash;
    },
    ...change,
  });
  return { oracle, blobs };
};

/** The verdicts of a prepared oracle on one sample. */
export const verdictsOf = async (
  judges: Judge | readonly [Judge, ...Judge[]],
  { task = noteTask, of = sample(), ...change }: Partial<JudgedOptions> & { readonly task?: Task; readonly of?: Sample } = {},
): Promise<readonly Verdict[]> => {
  const { oracle } = oracleOf('ask' in judges ? [judges] : judges, change);
  await oracle.prepare([task]);
  const [verdicts] = await oracle.examine([{ sample: of, task }]);
  return verdicts ?? [];
};

/** One judge that says these in its repetitions, in order. */
export const repeating = (answers: readonly Said[], change: Partial<Judge> = {}) =>
  judging(({ repetition }) => answers[repetition - 1] ?? undecided, { repetitions: answers.length, ...change });
