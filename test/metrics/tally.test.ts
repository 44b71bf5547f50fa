import { describe, expect, it } from 'vitest';
import { fuse, intersection } from '../../src/fusion/index.ts';
import { tallyOf } from '../../src/metrics/tally.ts';
import { entry, samplesOf } from './build.ts';

const judged = [
  ...samplesOf('a', 'pp pf pu fp ff fu up uf uu'),
  entry({ index: 9, kind: 'empty' }),
  entry({ index: 10, kind: 'missing' }),
].map((one) => ({ entry: one, outcome: fuse(one, intersection) }));

describe('tallyOf', () => {
  it('counts the nine combinations, with empty and missing samples as failed on both axes', () => {
    expect(tallyOf(judged, 2, 'python')).toEqual({
      n: 13,
      passPass: 1,
      passFail: 1,
      passUnknown: 1,
      failPass: 1,
      failFail: 5,
      failUnknown: 1,
      unknownPass: 1,
      unknownFail: 1,
      unknownUnknown: 1,
      noCode: 1,
      missing: 3,
      language: 'python',
    });
  });
});
