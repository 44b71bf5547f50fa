import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/judges/answer.ts';
import { markOf } from '../../src/judges/mark.ts';
import { type ScriptedJudge, scriptedJudge, scriptedJudges } from '../../src/judges/scripted-judge.ts';
import { describeJudge } from '../contracts/judge.ts';
import { modelContract } from '../contracts/model.ts';
import { request } from '../models/asking.ts';
import { judgeOf, question } from './asking.ts';

const steady: ScriptedJudge = {
  id: 'scripted/judge-x',
  summary: 'of a test',
  sensitivity: 0.8,
  specificity: 0.9,
  flips: 0,
  confidence: 0.8,
  misbehaves: 0,
};
const secureCodes = new Set(Array.from({ length: 400 }, (_, index) => markOf(`secure ${index}`)));
const model = (change: Partial<ScriptedJudge> = {}, certain = false) =>
  scriptedJudge({
    ...steady,
    ...change,
    seed: 1,
    truthOf: (_, __, mark) =>
      mark === markOf('unheard of') ? undefined : { secure: secureCodes.has(mark), cwe: 'CWE-22', ...(certain ? { certain: true } : {}) },
  });

const say = async (code: string, judge = model(), index = 1) => {
  const { text } = await judge.generate({
    ...request,
    about: { ...request.about, style: 'rubric-cwe@1/CWE-22', perturbation: markOf(code), index },
  });
  const read = readAnswer(text);
  return 'value' in read ? read.value.verdict : 'none';
};
const share = async (word: string, verdict: string, judge = model()): Promise<number> => {
  const said = await Promise.all(Array.from({ length: 400 }, (_, index) => say(`${word} ${index}`, judge)));
  return said.filter((each) => each === verdict).length / said.length;
};

modelContract('scriptedJudge', {
  make: async () => model(),
  request,
  failing: async () => ({
    model: {
      ...model(),
      generate: (asked) =>
        import('../../src/models/model.ts').then(({ ModelError }) =>
          Promise.reject(new ModelError('exhausted', `none for ${asked.about.taskId}`, false)),
        ),
    },
    secrets: [],
  }),
  answersAtOnce: 'nothing is waited for',
});

describeJudge('a scripted judge', {
  make: async () => judgeOf(model()),
  question,
  failing: [{ how: 'its own misbehaviour', make: async () => judgeOf(model({ misbehaves: 1, flips: 0 })), reason: 'unparsable-output' }],
  answersAtOnce: 'nothing is waited for',
});

describe('a scripted judge', () => {
  it('has the accuracy that its note states', async () => {
    expect(await share('insecure', 'insecure')).toBeCloseTo(0.8, 1);
    expect(await share('secure', 'secure')).toBeCloseTo(0.9, 1);
    expect(model().note).toMatch(/^scripted: not a language model\..* 80 % of the insecure and 10 % of the secure/);
  });

  it('contradicts itself as often as it states, and else never', async () => {
    const codes = Array.from({ length: 200 }, (_, index) => `insecure ${index}`);
    const changed = async (judge: ReturnType<typeof model>): Promise<number> =>
      (await Promise.all(codes.map(async (code) => (await say(code, judge, 1)) !== (await say(code, judge, 2))))).filter(Boolean).length /
      codes.length;
    expect(await changed(model())).toBe(0);
    expect(await changed(model({ flips: 0.25 }))).toBeCloseTo(0.375, 1);
  });

  it('can’t tell of code that is no witness', async () => {
    expect(await say('unheard of')).toBe('undecided');
  });

  it('always gets its controls right', async () => {
    const judge = model({ sensitivity: 0, specificity: 0, misbehaves: 1 }, true);
    expect([await say('secure 1', judge), await say('insecure 1', judge)]).toEqual(['secure', 'insecure']);
  });

  it('is called scripted by its id', () => {
    for (const { id } of scriptedJudges) expect(id).toMatch(/^scripted\/judge-/);
  });
});
