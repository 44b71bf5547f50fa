import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { variantsLint } from '../../src/compose/lint-problems.ts';
import { loadTask } from '../../src/datasets/task-folder/load-suite.ts';

const base = mkdtempSync(join(tmpdir(), 'fathom-variants-lint-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the check of a task’s variants', () => {
  const folder = join(base, 'day-pass');
  cpSync(fileURLToPath(new URL('../../tasks/core/day-pass', import.meta.url)), folder, { recursive: true });

  it('has nothing to say of variants that can be made', async () => {
    expect(await variantsLint(await loadTask(folder, 'mine'))).toEqual([]);
  });

  it('is a problem where a choice stands already in the task', async () => {
    const file = join(folder, 'variants.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('words: guest, plural: guests', 'words: desk, plural: desks'));
    const [problem, ...others] = await variantsLint(await loadTask(folder, 'mine'));
    expect(others).toEqual([]);
    expect(problem?.where).toBe('variants.yaml');
    expect(problem?.found).toContain('the choice "desk" stands already in');
  });
});
