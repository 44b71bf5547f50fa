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
  },
});
