import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJsonLines, readJsonLines } from '../../src/pipeline/store/json-lines.ts';

describe('append-only records', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-lines-'));
    path = join(folder, 'records.jsonl');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const readAll = async (): Promise<{ records: unknown[]; completeBytes: number }> => {
    const records: unknown[] = [];
    const { completeBytes } = await readJsonLines(path, (record) => records.push(record));
    return { records, completeBytes };
  };

  it('reads a missing file as no record', async () => {
    expect(await readAll()).toEqual({ records: [], completeBytes: 0 });
  });

  it('leaves out a torn last line, and the next writer cuts it off', async () => {
    await writeFile(path, '{"a":1}\n{"a":2}\n{"a":');
    const { records, completeBytes } = await readAll();
    expect(records).toEqual([{ a: 1 }, { a: 2 }]);
    const writer = await openJsonLines(path, completeBytes);
    await writer.append([{ a: 3 }]);
    await writer.close();
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"a":2}\n{"a":3}\n');
  });

  it('loses at most the torn record, wherever the file is cut', async () => {
    const whole = ['{"text":"eins"}', '{"text":"zwei ✓"}', '{"text":"drei"}'].map((line) => `${line}\n`).join('');
    const bytes = Buffer.from(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (cut) => {
        await writeFile(path, bytes.subarray(0, cut));
        const { records } = await readAll();
        expect(records.length).toBe(bytes.subarray(0, cut).filter((byte) => byte === 10).length);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a complete line that is not JSON, with its place', async () => {
    await writeFile(path, '{"a":1}\nnonsense\n');
    await expect(readAll()).rejects.toThrow(`${path}:2`);
  });

  it('keeps the order of concurrent appends whole', async () => {
    const writer = await openJsonLines(path, 0);
    await Promise.all(Array.from({ length: 50 }, (_, n) => writer.append([{ n }, { n }])));
    await writer.close();
    const { records } = await readAll();
    expect(records).toEqual(Array.from({ length: 50 }, (_, n) => [{ n }, { n }]).flat());
  });
});
