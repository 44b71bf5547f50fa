import { describe, expect, it } from 'vitest';
import { judgePair } from '../../src/judges/pairwise.ts';
import type { GenerateRequest, Model } from '../../src/models/model.ts';
import { noteTask } from './asking.ts';

const pair = { task: noteTask, language: 'python', first: 'a = "first"\n', second: 'a = "second"\n' } as const;
const options = { repetitions: 4, temperature: 0, maxTokens: 100, seed: 1 };

/** Answers by what it is shown: names and codes in order. */
const judging = (
  decide: (shown: readonly { readonly label: string; readonly code: string }[]) => string,
): Model & { readonly requests: GenerateRequest[] } => {
  const requests: GenerateRequest[] = [];
  return {
    id: 'test/model',
    summary: 'answers by what it is shown',
    requests,
    generate: async (request) => {
      requests.push(request);
      const text = request.input.kind === 'chat' ? (request.input.messages.at(-1)?.content ?? '') : '';
      const shown = [...text.matchAll(/begin code (\w+) [0-9a-f]{32} -----\n([\s\S]*?)\n----- end/g)].map(([, label = '', code = '']) => ({
        label,
        code,
      }));
      return { text: JSON.stringify({ better: decide(shown), why: '' }), finishReason: 'stop', model: 'm' };
    },
  };
};

const labelOf = (shown: readonly { readonly label: string; readonly code: string }[], word: string): string =>
  shown.find(({ code }) => code.includes(word))?.label ?? 'equal';

describe('a pair before a judge', () => {
  it('is judged by its code, whatever the order and the names', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const opinion = await judgePair(pair, { ...options, seed, model: judging((shown) => labelOf(shown, 'second')) });
      expect(opinion.moreSecure).toBe('second');
    }
  });

  it('is shown in both orders equally often, and under several names', async () => {
    const model = judging((shown) => labelOf(shown, 'first'));
    const { votes } = await judgePair(pair, { ...options, repetitions: 12, model });
    expect(votes.filter(({ shownFirst }) => shownFirst === 'first').length).toBe(6);
    expect(new Set(votes.map(({ labels }) => labels.join(''))).size).toBeGreaterThan(2);
  });

  it('is drawn by the seed alone', async () => {
    const orders = async (seed: number) =>
      (await judgePair(pair, { ...options, repetitions: 8, seed, model: judging(() => 'equal') })).votes.map(({ shownFirst, labels }) => [
        shownFirst,
        labels,
      ]);
    expect(await orders(1)).toEqual(await orders(1));
    expect(await orders(1)).not.toEqual(await orders(2));
  });

  it('stays unknown where the judge follows the place', async () => {
    const opinion = await judgePair(pair, { ...options, model: judging((shown) => shown[0]?.label ?? '') });
    expect(opinion).toMatchObject({
      moreSecure: 'unknown',
      detail: 'first 2, second 2, equal 0, no answer 0 of 4; the answer follows the place',
    });
  });

  it('stays unknown where the judge names a code that is not there', async () => {
    const opinion = await judgePair(pair, { ...options, model: judging(() => 'Z') });
    expect(opinion.moreSecure).toBe('unknown');
    expect(opinion.votes.map(({ failed }) => failed?.reason)).toEqual(Array(4).fill('unparsable-output'));
  });

  it('may be equal', async () => {
    expect((await judgePair(pair, { ...options, model: judging(() => 'equal') })).moreSecure).toBe('equal');
  });
});
