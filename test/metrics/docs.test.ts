import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fusionRules } from '../../src/fusion/index.ts';
import { conventions, metrics } from '../../src/metrics/index.ts';
import { measured, samplesOf } from './build.ts';

const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
const steps = measured(samplesOf('a', 'pp')).systems[0]?.iceberg ?? [];
const words = [...fusionRules, ...conventions, ...metrics, ...steps].map((one) => one.id);

describe('docs/metrics.md', () => {
  it.each(words)('explains %s', (word) => {
    expect(page).toContain(`\`${word}\``);
  });
});
