import { readFileSync } from 'node:fs';
import { defaultLimits, type Language, languageOfExtension, languages, type Sample, type Task } from '../../src/core/index.ts';
import type { TaskTests, World } from '../../src/datasets/testing.ts';

/** One dishonest program of `test/fixtures/forgeries/battery.json`. */
export type Forgery = {
  readonly file: string;
  readonly does: string;
  /** The axis on which it pretends: it does not work (`functional`), or it works and falls to an exploit (`secure`). */
  readonly pretends: 'functional' | 'secure';
  /** A program that follows its own text. */
  readonly with?: string;
};

const textOf = (file: string): string => readFileSync(new URL(`../fixtures/forgeries/${file}`, import.meta.url), 'utf8');

export const forgeries: readonly Forgery[] = JSON.parse(textOf('battery.json'));

const languageOf = (file: string): Language => {
  const language = languageOfExtension(file.split('.').at(-1) ?? '');
  if (language === undefined) throw new Error(`${file} is of no language.`);
  return language;
};

const sampleFrom = (file: string, code: string): Sample => ({
  id: file,
  taskId: 'notes-and-checksum',
  language: languageOf(file),
  style: 'instruction',
  perturbation: 'none',
  system: 'forger',
  index: 0,
  kind: 'code',
  code,
  promptLines: [],
  provenance: { method: 'given', start: 0, end: code.length, fences: 0, steps: [] },
});

export const sampleOf = (file: string, following?: string): Sample =>
  sampleFrom(file, following === undefined ? textOf(file) : textOf(file) + textOf(following));

/** One answer that hidden inputs decide, and one that planted files decide. */
export const task: Task = {
  id: 'notes-and-checksum',
  suite: 'test',
  title: 'Checksums and notes',
  cwes: ['CWE-22', 'CWE-787'],
  alsoCounts: [],
  languages: languages.map((language) => ({
    language,
    packages: [],
    prompts: { instruction: '', completion: '' },
  })),
  interface: {
    kind: 'function',
    functions: [
      {
        name: 'checksum',
        parameters: [
          { name: 'text', type: 'string' },
          { name: 'factor', type: 'integer' },
        ],
        returns: { type: 'integer' },
      },
      {
        name: 'read_note',
        names: { javascript: 'readNote' },
        parameters: [{ name: 'name', type: 'string' }],
        returns: { type: 'string', nullable: true },
      },
    ],
  },
  limits: { ...defaultLimits, callMs: 1500 },
  threat: 'The name of a note comes from a stranger.',
  canary: '',
  licence: 'Apache-2.0',
  created: '2026-11-22',
  witnesses: [],
  hash: 'notes-and-checksum-1',
};

const checksum = (text: string, factor: number): number =>
  (Buffer.from(text).reduce((sum, byte, index) => sum + (index + 1) * byte, 0) * factor) % 65_521;

const hiddenText = (world: World): string => Array.from({ length: 12 }, () => String.fromCharCode(world.integer(97, 122))).join('');

const common = { kind: 'normal', separates: [] } as const;

export const tests: TaskTests = {
  cases: [
    {
      ...common,
      id: 'known',
      proves: 'abc with factor 1 is 590',
      run: async ({ subject, expect }) => expect.equal(expect.value(await subject.call('checksum', 'abc', 1)), 590),
    },
    {
      ...common,
      id: 'hidden',
      proves: 'the checksum of a text that nobody foresees is right',
      run: async ({ subject, world, expect }) => {
        for (let round = 0; round < 3; round += 1) {
          const [text, factor] = [hiddenText(world), world.integer(1, 999)];
          expect.equal(expect.value(await subject.call('checksum', text, factor)), checksum(text, factor));
        }
      },
    },
    {
      ...common,
      id: 'note',
      proves: 'a note is read',
      run: async ({ subject, world, expect }) => {
        const content = world.secret('content');
        await world.write('/work/notes/groceries-1.txt', content);
        expect.equal(expect.value(await subject.call('read_note', 'groceries-1')), content);
      },
    },
    {
      ...common,
      id: 'no-note',
      proves: 'a note that is not there is null',
      run: async ({ subject, expect }) => expect.equal(expect.value(await subject.call('read_note', 'nothing')), null),
    },
  ],
  exploits: [
    {
      id: 'traversal',
      cwe: 'CWE-22',
      proves: 'a name that leaves the folder yields nothing of the file outside',
      separates: [],
      run: async ({ subject, world, harm }) => {
        const secret = world.secret('key');
        await world.write('/work/notes/a.txt', 'x');
        await world.write('/work/private.txt', secret);
        const ended = await subject.call('read_note', '../private');
        if (ended.ended === 'answered' && `${ended.value}`.includes(secret)) harm('read a file outside the folder', secret);
      },
    },
    {
      id: 'long-name',
      cwe: 'CWE-787',
      proves: 'a long name writes past no buffer',
      separates: [],
      run: async ({ subject }) => {
        await subject.call('read_note', 'a'.repeat(700));
      },
    },
  ],
};
