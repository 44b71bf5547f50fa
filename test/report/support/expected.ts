import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares with the whole file under test/fixtures/report. With FATHOM_WRITE_EXPECTED=1 it writes the file anew;
 * read the difference before you keep it.
 */
export const expectFile = (name: string, actual: string): void => {
  const file = new URL(`../../fixtures/report/${name}`, import.meta.url);
  if (process.env.FATHOM_WRITE_EXPECTED === '1') {
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
};
