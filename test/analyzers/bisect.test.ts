import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect } from '../../src/analyzers/bisect.ts';

const attempting = (isBad: (item: number) => boolean) => {
  let attempts = 0;
  const attempt = async (items: readonly number[]) => {
    attempts++;
    return items.some(isBad)
      ? ({ ok: false, failure: 'it crashed' } as const)
      : ({ ok: true, answers: items.map((item) => `fine ${item}`) } as const);
  };
  return { attempt, count: () => attempts };
};
const blame = (item: number, failure: string): string => `bad ${item}: ${failure}`;

describe('bisect', () => {
  it('asks nothing for no items', async () => {
    const { attempt, count } = attempting(() => true);
    expect(await bisect([], attempt, blame)).toEqual([]);
    expect(count()).toBe(0);
  });

  it('charges exactly the bad items, in order, whichever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (bad) => {
        const { attempt } = attempting((item) => bad[item] === true);
        const answers = await bisect([...bad.keys()], attempt, blame);
        expect(answers).toEqual(bad.map((isBad, item) => (isBad ? `bad ${item}: it crashed` : `fine ${item}`)));
      }),
    );
  });

  it('takes at most 2·log2(n) + 1 attempts for one bad item', async () => {
    const { attempt, count } = attempting((item) => item === 37);
    await bisect([...Array(64).keys()], attempt, blame);
    expect(count()).toBeLessThanOrEqual(13);
  });

  it('throws where an attempt answers for too few items', async () => {
    await expect(bisect([1, 2], async () => ({ ok: true, answers: ['one'] }), blame)).rejects.toThrow('2 items gave 1 answers');
  });
});
