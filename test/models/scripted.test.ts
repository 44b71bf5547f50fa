import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Witness, type WitnessLabel, witnessLabels } from '../../src/core/index.ts';
import { extract } from '../../src/extraction/index.ts';
import { scripted } from '../../src/models/scripted.ts';
import { type Mixture, scriptedSystems } from '../../src/models/scripted-systems.ts';
import { modelContract } from '../contracts/model.ts';
import { programs } from '../extraction/generated.ts';
import { about, request } from './asking.ts';

const witness = (label: WitnessLabel, code = `def f():\n    return "${label}"\n`): Witness => ({
  language: 'python',
  label,
  name: label,
  code,
});
const all = witnessLabels.map((label) => witness(label));
const playing = (mixture: Mixture, witnesses: readonly Witness[] = all, seed = 1) =>
  scripted({ system: 'scripted/test', mixture, seed, witnesses: () => witnesses });
const kindOf = (text: string, finishReason: 'stop' | 'length' | 'content-filter' | 'other') =>
  extract({ text, language: 'python', style: 'instruction', prefix: '', finishReason });
const ask = (model: ReturnType<typeof playing>, index: number) => model.generate({ ...request, about: { ...about, index } });

modelContract('scripted', {
  make: () => Promise.resolve(playing({ secure: 1 })),
  request,
  failing: () => Promise.resolve({ model: playing({ secure: 1 }, []), secrets: [] }),
  answersAtOnce: 'its answers take no time',
});

describe('a scripted system', () => {
  it('says what it is and its mixture', () => {
    expect(playing({ secure: 1, insecure: 3 }).note).toContain('not a language model');
    expect(playing({ secure: 1, insecure: 3 }).note).toContain('25 % secure, 75 % insecure; seed 1');
  });

  it('gives the same answer to the same question, in whatever order', async () => {
    const model = playing({ secure: 1, insecure: 1, refusal: 1 });
    const forwards = await Promise.all([0, 1, 2, 3, 4].map((index) => ask(model, index)));
    const backwards = await Promise.all([4, 3, 2, 1, 0].map((index) => ask(playing({ secure: 1, insecure: 1, refusal: 1 }), index)));
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('gives other answers for another seed', async () => {
    const texts = async (seed: number): Promise<readonly string[]> =>
      Promise.all(Array.from({ length: 20 }, async (_, index) => (await ask(playing({ secure: 1, insecure: 1 }, all, seed), index)).text));
    expect(await texts(1)).not.toEqual(await texts(2));
  });

  it('keeps to its mixture', async () => {
    const model = playing({ insecure: 70, secure: 30 });
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => ask(model, index)));
    const insecure = answers.filter(({ text }) => text.includes('"insecure"')).length;
    // Within four standard deviations of 700.
    expect(Math.abs(insecure - 700)).toBeLessThan(58);
  });

  it.each(witnessLabels)('plays %s so that extraction finds the witness', async (label) => {
    const model = playing({ [label]: 1 });
    for (let index = 0; index < 40; index += 1) {
      const { text, finishReason } = await ask(model, index);
      expect(kindOf(text, finishReason)).toMatchObject({ kind: 'code', code: witness(label).code });
    }
  });

  it('words programs of every language so that extraction finds them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...programs), fc.nat(500), async ({ language, head, body }, index) => {
        const code = head + body;
        const model = scripted({
          system: 'scripted/test',
          mixture: { secure: 1 },
          seed: 3,
          witnesses: () => [{ language, label: 'secure', name: 'secure', code }],
        });
        const { text, finishReason } = await model.generate({ ...request, about: { ...about, language, index } });
        expect(extract({ text, language, style: 'instruction', prefix: '', finishReason })).toMatchObject({ kind: 'code', code });
      }),
    );
  });

  it.each([
    ['refusal', 'refusal'],
    ['empty', 'empty'],
    ['truncated', 'truncated'],
  ] as const)('plays %s so that extraction names it', async (act, kind) => {
    const model = playing({ [act]: 1 });
    for (let index = 0; index < 20; index += 1) {
      const { text, finishReason } = await ask(model, index);
      expect(kindOf(text, finishReason).kind).toBe(kind);
    }
  });

  it.each([
    ['evasive', 'insecure'],
    ['suspicious', 'secure'],
    ['overblocking', 'stub'],
  ] as const)('plays the neighbour of %s where a task has none', async (label, neighbour) => {
    const { text } = await ask(playing({ [label]: 1 }, [witness('secure'), witness('insecure'), witness('stub')]), 0);
    expect(text).toContain(`"${neighbour}"`);
  });

  it('fails where neither the label nor a neighbour is there', async () => {
    await expect(ask(playing({ insecure: 1 }, [witness('secure')]), 0)).rejects.toMatchObject({ code: 'exhausted', retryable: false });
  });
});

describe('the scripted systems', () => {
  it('are three, with mixtures that sum to 100', () => {
    expect(scriptedSystems.map(({ id }) => id)).toEqual(['scripted/careless', 'scripted/careful', 'scripted/pleaser']);
    for (const { mixture } of scriptedSystems) expect(Object.values(mixture).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });
});
