import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { languages, promptStyles } from '../../src/core/index.ts';
import type { ReadOptions, SampleFormat } from '../../src/datasets/dataset.ts';

/** Files of a source: their paths below a folder, and what they hold. */
export type Files = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A fresh folder with the files. */
export const laidOut = async (files: Files): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-samples-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

export type SampleFormatContract = {
  readonly make: () => SampleFormat;
  /** A source in this format, and what to read: a file of it, or '' for the folder. */
  readonly good: { readonly files: Files; readonly path: string; readonly options: ReadOptions };
  /** A source with a mistake, and the place that the message must name. */
  readonly bad: { readonly files: Files; readonly path: string; readonly options: ReadOptions; readonly place: RegExp };
};

const others: readonly string[] = ['', 'plain words\n', '{"unrelated": true}\n', 'a.txt\nb/c.md\n', '<html></html>'];

/** What every sample format promises. */
export const sampleFormatContract = (name: string, { make, good, bad }: SampleFormatContract): void => {
  const headOf = (files: Files, path: string): string =>
    path === '' ? Object.keys(files).join('\n') : (files[path] ?? '').slice(0, 65_536);

  describe(`${name} keeps the promises of a sample format`, () => {
    it('has an id and a summary', () => {
      expect(make().id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(make().summary.length).toBeGreaterThan(5);
    });

    it('recognises its own source and nothing else, whatever its name', () => {
      expect(make().recognises('anything', headOf(good.files, good.path))).toBe(true);
      for (const head of others) expect(make().recognises(`samples.${name}`, head)).toBe(false);
    });

    it('reads samples that have all they need', async () => {
      const given = await make().read(join(await laidOut(good.files), good.path), good.options);
      expect(given.format).toBe(name);
      expect(given.samples.length).toBeGreaterThan(0);
      const ids = given.samples.map((sample) =>
        JSON.stringify([sample.taskId, sample.language, sample.style, sample.system, sample.index]),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const sample of given.samples) {
        expect(languages).toContain(sample.language);
        expect(promptStyles).toContain(sample.style);
        expect(sample.system).not.toBe('');
        for (const verdict of sample.verdicts) expect(verdict.oracle).toMatch(/^imported:/);
      }
    });

    it('lets the user name the system', async () => {
      const given = await make().read(join(await laidOut(good.files), good.path), { ...good.options, system: 'mine' });
      expect(new Set(given.samples.map(({ system }) => system))).toEqual(new Set(['mine']));
    });

    it('refuses a mistake with its place', async () => {
      const path = join(await laidOut(bad.files), bad.path);
      await expect(make().read(path, bad.options)).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(bad.place) });
    });

    it('refuses what does not exist', async () => {
      const path = join(await laidOut({}), 'none');
      await expect(make().read(path, {})).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining('none') });
    });
  });
};
