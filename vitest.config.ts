import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'fathom/testing': fileURLToPath(new URL('./src/datasets/testing.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    // The machine may be busy: limits guard against hangs, they measure nothing.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // Most tests wait for a box: two at once even where there are two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
