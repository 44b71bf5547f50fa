import { describe, expect, it } from 'vitest';
import { progressText } from '../../src/cli/progress-line.ts';

const progress = { total: 100, reused: 0, obtained: 0, examined: 0, failed: 0 };

describe('the progress line', () => {
  it('estimates from the work of this process, not from what was reused', () => {
    expect(progressText({ ...progress, reused: 50, examined: 25 }, 50)).toBe('75/100 samples · 50 from before · 0.5/s · about 50 s left');
  });

  it('promises nothing before there is something to go by', () => {
    expect(progressText({ ...progress, examined: 1 }, 10)).toBe('1/100 samples · 0.1/s');
  });

  it('says how many samples have no answer', () => {
    expect(progressText({ ...progress, examined: 10, failed: 3 }, 10)).toContain('3 without an answer');
  });
});
