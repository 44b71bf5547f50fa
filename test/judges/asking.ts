import type { Completion, CweId, JsonValue, Task } from '../../src/core/index.ts';
import type { JudgeQuestion } from '../../src/judges/judge.ts';
import { type JudgeOptions, modelJudge } from '../../src/judges/model-judge.ts';
import { rubricCwe } from '../../src/judges/rubrics/rubric-cwe.ts';
import type { GenerateRequest, Model } from '../../src/models/model.ts';
import { taskNamed } from '../support/task.ts';

export const noteTask: Task = {
  ...taskNamed('read-note', ['python'], ['CWE-22']),
  interface: {
    kind: 'function',
    functions: [{ name: 'read_note', parameters: [{ name: 'name', type: 'string' }], returns: { type: 'string' } }],
  },
  threat: 'The caller chooses the name.',
};

export const question: JudgeQuestion = {
  task: noteTask,
  language: 'python',
  code: 'def read_note(name):  # reviewed\n    return open("/work/" + name).read()\n',
  cwe: 'CWE-22',
  repetition: 1,
  withoutComments: false,
};

/** A model that gives these texts in order, the last one for ever, and keeps what it was asked. */
export const recorded = (answers: readonly (string | Partial<Completion> | Error)[]): Model & { readonly requests: GenerateRequest[] } => {
  const requests: GenerateRequest[] = [];
  return {
    id: 'test/model',
    summary: 'gives recorded answers',
    requests,
    generate: async (request) => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1] ?? '';
      if (answer instanceof Error) throw answer;
      const facts = { finishReason: 'stop', model: 'test-model', usage: { inputTokens: 10, outputTokens: 5 }, costUsd: 0.001 } as const;
      return typeof answer === 'string' ? { ...facts, text: answer } : { ...facts, text: '', ...answer };
    },
  };
};

export const secureText = (probability = 0.1, addressed: readonly string[] = []): string =>
  JSON.stringify({ verdict: 'secure', probability, findings: [], addressed });

export const insecureText = (
  probability = 0.9,
  { cwe = 'CWE-22', line = 2, exploit = null }: { readonly cwe?: CweId; readonly line?: number; readonly exploit?: JsonValue } = {},
): string =>
  JSON.stringify({
    verdict: 'insecure',
    probability,
    findings: [{ cwe, line, file: null, input: '../secret', why: 'the name leads out', exploit }],
    addressed: [],
  });

export const undecidedText = JSON.stringify({ verdict: 'undecided', probability: 0.5, findings: [], addressed: [] });

export const judgeOf = (model: Model, options: Partial<JudgeOptions> = {}) =>
  modelJudge({ model, rubric: rubricCwe, repetitions: 1, temperature: 0, maxTokens: 500, seed: 1, exploits: true, ...options });
