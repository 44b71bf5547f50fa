import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/cli/commands/label/answer.ts';
import { labelSession } from '../../../src/cli/commands/label/session.ts';
import type { Label } from '../../../src/core/index.ts';
import { judged, measured } from '../../metrics/build.ts';

const { samples } = measured([0, 1, 2].map((index) => judged('pass', 'pass', { index })));

const typed = async function* (lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line;
};

const session = async (lines: readonly string[], save: (label: Label) => Promise<void> = async () => undefined) => {
  const labels: Label[] = [];
  const shown: number[] = [];
  const asked: string[] = [];
  const ended = await labelSession({
    ...{ samples, axis: 'secure', by: 'ann', blind: true, drawn: 'random', lines: typed(lines) },
    show: async (_, place) => {
      shown.push(place);
    },
    ask: (question) => asked.push(question),
    save: async (label) => {
      await save(label);
      labels.push(label);
    },
    now: () => '2026-01-01T00:00:00Z',
  });
  return {
    ended,
    shown,
    asked,
    said: labels.map(({ entry, status, note }) => `${entry.split('#')[1]} ${status}${note === undefined ? '' : ` ${note}`}`),
    labels,
  };
};

describe('readAnswer', () => {
  it.each([
    ['y', { is: 'label', status: 'pass' }],
    ['  N  it reads past the end ', { is: 'label', status: 'fail', note: 'it reads past the end' }],
    ['note ask Ann', { is: 'note', note: 'ask Ann' }],
    ['skip', { is: 'skip' }],
    ['b', { is: 'back' }],
    ['q', { is: 'quit' }],
  ])('reads %s', (line, answer) => {
    expect(readAnswer(line)).toEqual(answer);
  });

  it.each(['', 'yy', 'nope', 'note', 'skip it', 'constructor'])('takes %j for a slip, never for a label', (line) => {
    expect(readAnswer(line)).toEqual({ is: 'help' });
  });
});

describe('labelSession', () => {
  it('asks of each sample in turn and ends when none is left', async () => {
    const { ended, shown, said } = await session(['y', 's', 'n too short']);
    expect({ ended, shown, said }).toEqual({
      ended: { given: 2, skipped: 1, end: 'all' },
      shown: [1, 2, 3],
      said: ['0 pass', '2 fail too short'],
    });
  });

  it('writes who said it, when, how the sample was drawn, and that the oracles were hidden', async () => {
    const { labels } = await session(['n', 'q']);
    expect(labels).toEqual([
      { entry: samples[0]?.entry.id, axis: 'secure', status: 'fail', by: 'ann', at: '2026-01-01T00:00:00Z', blind: true, drawn: 'random' },
    ]);
  });

  it('keeps a note for the next answer, and goes back', async () => {
    expect((await session(['note hm', 'what?', 'y', 'b', 'n'])).said).toEqual(['0 pass hm', '0 fail']);
  });

  it('has every answer on disk before it shows the next sample', async () => {
    const order: string[] = [];
    await labelSession({
      ...{
        samples,
        axis: 'secure',
        by: 'ann',
        blind: false,
        drawn: 'disputed',
        lines: typed(['y', 'y']),
        ask: () => undefined,
        now: () => '',
      },
      show: async (_, place) => {
        order.push(`shows ${place}`);
      },
      save: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('saved');
      },
    });
    expect(order).toEqual(['shows 1', 'saved', 'shows 2', 'saved', 'shows 3']);
  });

  it('ends in good order where the input ends', async () => {
    expect((await session(['y'])).ended).toEqual({ given: 1, skipped: 0, end: 'input' });
  });

  it('does not swallow a label that cannot be saved', async () => {
    const full = async (): Promise<void> => {
      throw new Error('no space left on device');
    };
    await expect(session(['y', 'y'], full)).rejects.toThrow('no space left');
  });
});
