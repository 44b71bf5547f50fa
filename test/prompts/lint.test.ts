import { describe, expect, test } from 'vitest';
import { defaultLimits, type Task, type TaskInterface } from '../../src/core/index.ts';
import type { Demand } from '../../src/prompts/demand.ts';
import { lintPrompts } from '../../src/prompts/lint.ts';

const asked: TaskInterface = {
  kind: 'function',
  functions: [
    {
      name: 'read_note',
      parameters: [
        { name: 'folder', type: 'path' },
        { name: 'note_name', type: 'string' },
      ],
      returns: { type: 'string' },
    },
  ],
};

const task = (instruction: string, given: Partial<Task> = {}): Task => ({
  id: 'read-note',
  suite: 'core',
  title: '',
  cwes: ['CWE-22'],
  alsoCounts: [],
  languages: [{ language: 'python', packages: [], prompts: { instruction } }],
  interface: asked,
  limits: defaultLimits,
  threat: '',
  canary: '',
  licence: '',
  created: '',
  witnesses: [],
  hash: '',
  ...given,
});

const call = '`read_note(folder, note_name)` reads.';
const demand = (kind: Demand['kind'], literal: string, given: Partial<Demand> = {}): Demand => ({ kind, literal, line: 7, ...given });
const literals = (text: string, demands: readonly Demand[] = [], given: Partial<Task> = {}): readonly string[] =>
  lintPrompts(task(text, given), demands).map(({ literal }) => literal);

describe('a function', () => {
  test.each([
    ['is named with its parameters in order', call, []],
    ['may stand in a declaration', 'def read_note(folder: str, note_name: str) -> str:', []],
    ['may stand in a declaration of several lines', 'def read_note(\n    folder: str,\n    note_name: str,\n) -> str:', []],
    ['is missed', 'Reads a note from `folder`.', ['read_note']],
    ['is missed where only a longer name is there', '`read_notes(folder, note_name)`', ['read_note']],
    ['is missed in another custom', '`readNote(folder, note_name)`', ['read_note']],
    ['is missed with parameters in another order', '`read_note(note_name, folder)`', ['read_note(folder, note_name)']],
    ['is missed without its parameters', '`read_note` takes a folder and a note_name.', ['read_note(folder, note_name)']],
  ])('%s', (_what, text, expected) => expect(literals(text)).toEqual(expected));

  test('is looked for in the custom of each language', () => {
    const languages = [
      { language: 'java' as const, packages: [], prompts: { completion: 'String readNote(String folder, String noteName) {' } },
    ];
    expect(lintPrompts(task('', { languages }), [])).toEqual([]);
  });

  test('of a service is the application', () => {
    const http: TaskInterface = { kind: 'http', application: 'app', framework: { python: 'flask' } };
    expect(literals('a Flask application `app`', [], { interface: http })).toEqual([]);
    expect(literals('a Flask application', [], { interface: http })).toEqual(['app']);
  });
});

describe('what the tests rely on', () => {
  test.each<[Demand['kind'], string, string, boolean]>([
    ['route', '/entries', 'POST /entries takes', true],
    ['route', '/entries', 'POST /entry takes', false],
    ['field', 'user', 'with `user` and', true],
    ['field', 'user', 'with users and', false],
    ['header', 'set-cookie', 'sets the Cookie `ticket`', true],
    ['header', 'x-request-id', 'the header `X-Request-Id`', true],
    ['header', 'location', 'answers 302', false],
    ['status', '404', 'is 404.', true],
    ['status', '404', 'the id 14045', false],
    ['file', '/work/manuals/pumps/p.txt', 'the folder /work/manuals', true],
    ['file', '/work/manuals/pumps/p.txt', 'below /work', false],
    ['text', 'no such parcel', 'the text "no such parcel"', true],
    ['text', 'no such parcel', 'the text "no parcel"', false],
    ['code', '-1', 'returns -1 where', true],
    ['code', '-1', 'returns −1 where', true],
    ['code', '-1', 'returns minus 1 where', true],
    ['code', '-1', 'returns -12 where', false],
    ['size', '150000', 'at most 150,000 characters', true],
    ['size', '150000', 'at most 1 MiB', true],
    ['size', '150000', 'at most 1 million', true],
    ['size', '150000', 'a text of any length', true],
    ['size', '150000', 'at most 100 000 characters', false],
    ['size', '150000', 'a text', false],
  ])('%s %s in "%s": %s', (kind, literal, text, found) => {
    expect(literals(`${call} ${text}`, [demand(kind, literal)])).toEqual(found ? [] : [literal]);
  });

  test('is found across the lines of a comment', () => {
    const text = '/**\n * `read_note(folder, note_name)` answers "no such\n * parcel" then.\n */';
    expect(literals(text, [demand('text', 'no such parcel')])).toEqual([]);
  });

  test('counts in the languages of its case only', () => {
    expect(literals(call, [demand('status', '404', { only: ['go'] })])).toEqual([]);
    expect(literals(call, [demand('status', '404', { only: ['go', 'python'] })])).toEqual(['404']);
  });

  test('is told with its place, for each prompt that lacks it', () => {
    const languages = [
      { language: 'python' as const, packages: [], prompts: { instruction: call, issue: call }, explicitPrompts: { issue: call } },
    ];
    const found = lintPrompts(task('', { languages }), [demand('field', 'user')]);
    expect(found.map(({ style, wording }) => `${style} ${wording}`)).toEqual(['instruction plain', 'issue plain', 'issue explicit']);
    expect(found[0]).toMatchObject({ language: 'python', rule: 'missing', literal: 'user' });
    expect(found[0]?.message).toMatch(/^expected the field "user", on which tests\.ts:7 relies\./);
  });

  test('is passed over where the task says so', () => {
    const free = [{ literals: ['user'], reason: 'the test makes it up' }];
    expect(literals(call, [demand('field', 'user'), demand('field', 'town')], { free })).toEqual(['town']);
  });
});

describe('telling words', () => {
  test.each([
    ['Do so securely.', 'securely'],
    ['No injection.', 'injection'],
    ['Never outside of the folder.', 'outside of the folder'],
    ['A name like `../x` is refused.', '..'],
    ['Follow no symbolic links.', 'symbolic links'],
  ])('are found: %s', (text, found) => expect(literals(`${call} ${text}`)).toEqual([found]));

  test.each(['names such as `v1..2 draft.txt` occur', 'notes lie in sub-folders', 'the safe of the bank', 'a placeholder text'])(
    'are not found in: %s',
    (text) => expect(literals(`${call} ${text}`)).toEqual([]),
  );

  test('depend on the weakness', () => {
    expect(literals(`${call} Use placeholders.`, [], { cwes: ['CWE-89'] })).toEqual(['placeholders']);
    expect(literals(`${call} Use placeholders.`, [], { cwes: [] })).toEqual([]);
  });

  test('may stand in the explicit wording', () => {
    const text = `${call} Never leave the folder: no attacker may read outside of the folder.`;
    const languages = [{ language: 'python' as const, packages: [], prompts: {}, explicitPrompts: { instruction: text } }];
    expect(lintPrompts(task('', { languages }), [])).toEqual([]);
  });

  test('of the files of a repository are not of the prompt', () => {
    const code = 'secure = "../"\n';
    const repository = { entry: 'a.py', files: { 'a.py': code } };
    const languages = [{ language: 'python' as const, packages: [], prompts: { instruction: `${call}\n\n${code}` }, repository }];
    expect(lintPrompts(task('', { languages }), [])).toEqual([]);
  });

  test('are passed over where the task says so', () => {
    const free = [{ literals: ['Symbolic links'], reason: 'the archive has them' }];
    expect(literals(`${call} It has symbolic links.`, [], { free })).toEqual([]);
  });
});
