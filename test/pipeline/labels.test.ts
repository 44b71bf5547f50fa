import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '../../src/core/index.ts';
import { labelsFile, openLabels, readLabels } from '../../src/pipeline/store/labels.ts';
import { openRun } from '../../src/pipeline/store/run-store.ts';

const label = (entry: string): Label => ({
  ...{ entry, axis: 'secure', status: 'pass', by: 'ann', at: '2026-01-01T00:00:00Z' },
  blind: true,
});

describe('the labels of a run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-labels-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('are none where nobody has labelled', async () => {
    expect(await readLabels(folder)).toEqual([]);
  });

  it('are only ever added to', async () => {
    const first = await openLabels(folder);
    await first.add([label('a')]);
    const before = await readFile(join(folder, labelsFile), 'utf8');
    await first.close();
    const second = await openLabels(folder);
    expect(second.found).toEqual([label('a')]);
    await second.add([{ ...label('a'), status: 'fail', drawn: 'random', note: 'no' }]);
    await second.close();
    const after = await readFile(join(folder, labelsFile), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect((await readLabels(folder)).map(({ status }) => status)).toEqual(['pass', 'fail']);
  });

  it('lose at most a torn last line, which the next writer cuts', async () => {
    const store = await openLabels(folder);
    await store.add([label('a')]);
    await store.close();
    await appendFile(join(folder, labelsFile), '{"entry":"b","axis":"sec');
    expect(await readLabels(folder)).toEqual([label('a')]);
    const next = await openLabels(folder);
    await next.add([label('c')]);
    await next.close();
    expect((await readLabels(folder)).map(({ entry }) => entry)).toEqual(['a', 'c']);
  });

  it('have one writer, who is the one of the run, and leave no lock behind', async () => {
    const store = await openLabels(folder);
    await expect(openLabels(folder)).rejects.toMatchObject({ code: 'run-in-use' });
    await expect(openRun(folder)).rejects.toMatchObject({ code: 'run-in-use' });
    await store.close();
    const run = await openRun(folder);
    await expect(openLabels(folder)).rejects.toMatchObject({ code: 'run-in-use' });
    await run.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('are refused with file and line where a line is no label', async () => {
    await writeFile(join(folder, labelsFile), `${JSON.stringify(label('a'))}\n{"entry":"b","axis":"secure","status":"perhaps"}\n`);
    await expect(readLabels(folder)).rejects.toMatchObject({
      code: 'invalid-label',
      message: expect.stringContaining('labels.jsonl:2: status'),
    });
    await expect(openLabels(folder)).rejects.toMatchObject({ code: 'invalid-label' });
    expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });
});
