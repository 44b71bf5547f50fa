import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/core/index.ts';
import { summariseLabels } from '../../src/metrics/index.ts';
import { judged, measured } from './build.ts';

const { samples } = measured([
  judged('pass', 'pass', { index: 0 }),
  judged('pass', 'fail', { index: 1 }),
  judged('pass', 'unknown', { index: 2 }),
]);
const id = (index: number): string => samples[index]?.entry.id ?? '';
const say = (by: string, index: number, status: Label['status'], rest: Partial<Label> = {}): Label => ({
  ...{ entry: id(index), axis: 'secure', status, by, at: '2026-01-01T00:00:00Z', blind: true },
  ...rest,
});

describe('summariseLabels', () => {
  const labels = [
    ...[say('ann', 0, 'fail'), say('ann', 0, 'pass'), say('ann', 1, 'fail', { drawn: 'random' }), say('ann', 2, 'pass', { blind: false })],
    ...[say('bob', 0, 'pass'), say('bob', 1, 'pass'), say('bob', 0, 'fail', { axis: 'functional' })],
  ];
  const summary = summariseLabels(labels, samples);

  it('counts each person’s last word on each axis, and how often the outcome says the same', () => {
    expect(summary.labellers).toEqual([
      { by: 'bob', axis: 'functional', pass: 0, fail: 1, blind: 1, random: 0, sameAsOutcome: 0, otherThanOutcome: 1 },
      { by: 'ann', axis: 'secure', pass: 2, fail: 1, blind: 2, random: 1, sameAsOutcome: 2, otherThanOutcome: 0 },
      { by: 'bob', axis: 'secure', pass: 2, fail: 0, blind: 2, random: 0, sameAsOutcome: 1, otherThanOutcome: 1 },
    ]);
  });

  it('sets two people side by side on what both labelled', () => {
    expect(summary.agreement).toMatchObject([
      { left: 'ann', right: 'bob', counts: { bothPass: 1, leftPassRightFail: 0, leftFailRightPass: 1, bothFail: 0 }, percent: 0.5 },
    ]);
    expect(summary.alpha).toEqual([{ axis: 'secure', samples: 2, alpha: 0 }]);
  });

  it('names the samples on which they differ', () => {
    expect(summary.divided).toEqual([{ entry: id(1), axis: 'secure', pass: ['bob'], fail: ['ann'] }]);
  });
});
