import { describe, expect, it } from 'vitest';
import { replay } from '../../src/models/replay.ts';
import { modelContract } from '../contracts/model.ts';
import { about, request } from './asking.ts';

const completion = { text: 'x = 1\n', finishReason: 'stop', model: 'recorded' } as const;
const model = replay({ id: 'openai/recorded', source: 'run 2026-01-01', entries: [{ about, completion }] });

modelContract('replay', {
  make: () => Promise.resolve(model),
  request,
  failing: () => Promise.resolve({ model: replay({ id: 'openai/recorded', source: 'an empty run', entries: [] }), secrets: [] }),
  answersAtOnce: 'its answers take no time',
});

describe('a replayed system', () => {
  it('gives the recorded answer untouched', async () => {
    expect(await model.generate(request)).toEqual(completion);
  });

  it('is exhausted where nothing was recorded, and says for what', async () => {
    const other = model.generate({ ...request, about: { ...about, index: 1 } });
    await expect(other).rejects.toMatchObject({ code: 'exhausted', message: expect.stringContaining('sample 1') });
  });

  it('says that no model was asked', () => {
    expect(model.note).toContain('no model was asked');
  });
});
