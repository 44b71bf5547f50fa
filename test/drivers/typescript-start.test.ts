import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { typescript } from '../../src/drivers/typescript/typescript.ts';

// A file of its own, because whatever else compiles in this process would load the compiler, too.
it('the TypeScript compiler is loaded with the first candidate, not with the driver', () => {
  const isLoaded = (): boolean => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('/typescript/lib/'));
  const driver = typescript();
  expect(isLoaded()).toBe(false);
  driver.launch('', { kind: 'command' }, []);
  expect(isLoaded()).toBe(true);
});
