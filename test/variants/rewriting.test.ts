import { describe, expect, test } from 'vitest';
import { compile, type Family, fill, type Replacement, type SourceText } from '../../src/variants/index.ts';

const words = (...values: readonly (readonly string[])[]): Replacement => {
  const [bases = [], ...choices] = values;
  return { kind: 'words', name: bases[0] ?? '', bases, near: [], choices };
};
const text = (base: string, choice: string): Replacement => ({ kind: 'text', name: base, bases: [base], near: [], choices: [[choice]] });
const number = (base: string, choice: string, ...near: string[]): Replacement => ({
  kind: 'number',
  name: base,
  bases: [base],
  near,
  choices: [[choice]],
});

const family = (...parameters: readonly Replacement[]): Family => ({ parameters, keep: [] });

/** The text with the first choice of every parameter. */
const rewritten = (given: Family, source: string | SourceText): string =>
  fill(compile(typeof source === 'string' ? { path: 'witnesses/python/secure.py', text: source } : source, given), [], '');

const note = family(words(['note', 'notes'], ['memo', 'memos']));
const guestBook = family(words(['guest book'], ['visitor wall']));

describe('words', () => {
  test.each([
    ['readNote(x)', 'readMemo(x)'],
    ['ReadNote', 'ReadMemo'],
    ['read_note', 'read_memo'],
    ['MAX_NOTES', 'MAX_MEMOS'],
    ['notes-of-others', 'memos-of-others'],
    ["Notes of a user's note.", "Memos of a user's memo."],
    ['note2, noteId, HTMLNote', 'memo2, memoId, HTMLMemo'],
    ['notebook denoted footnote', 'notebook denoted footnote'],
    ['"x\\nnote" \\bnotes\\b', '"x\\nmemo" \\bmemos\\b'],
    ['/x%2Fnote &lt;note', '/x%2Fmemo &lt;memo'],
    ['\\\\note', '\\\\memo'],
    ['Größenote', 'Größenote'],
  ])('%s becomes %s', (before, after) => {
    expect(rewritten(note, before)).toBe(after);
  });

  test.each([
    ['guest_book guestBook GuestBook GUEST_BOOK guest-book', 'visitor_wall visitorWall VisitorWall VISITOR_WALL visitor-wall'],
    ['Guest book of the Guest Book', 'Visitor wall of the Visitor Wall'],
    ['a guest\n   * book here', 'a visitor\n   * wall here'],
    ['guestbook, guest. Book, guest  book', 'guestbook, guest. Book, guest  book'],
  ])('of several are found in every style: %s', (before, after) => {
    expect(rewritten(guestBook, before)).toBe(after);
  });

  test('of another count are joined as the found ones are', () => {
    const longer = family(words(['guest book'], ['wall of fame']));
    expect(rewritten(longer, 'guest_book guestBook Guest Book guest\n  book')).toBe('wall_of_fame wallOfFame Wall Of Fame wall\n  of fame');
    expect(rewritten(family(words(['guest book'], ['wall'])), 'guest_book GuestBook')).toBe('wall Wall');
  });

  test('take their article with them', () => {
    const essay = family(words(['note'], ['essay']));
    expect(rewritten(essay, 'A note, a\n  note; the note, `a_note`, data note')).toBe(
      'An essay, an\n  essay; the essay, `a_essay`, data essay',
    );
    expect(rewritten(family(words(['entry'], ['user'])), 'an entry')).toBe('a user');
  });

  test('yield to longer ones and to exact texts', () => {
    const all = family(words(['note'], ['memo']), words(['note folder'], ['shelf of files']), text('/note/x', '/z'));
    expect(rewritten(all, 'note note_folder /note/x')).toBe('memo shelf_of_files /z');
  });
});

describe('what is never rewritten', () => {
  test.each([
    'from notes import note',
    'import { note } from "notes";',
    "const { note } = require('node:notes');",
    'import java.note.Notes;',
    '#include <note.h>',
    'import (\n\t"note"\n)',
    'fs.noteFile',
    'os.path.note',
    'std::note::notes',
  ])('names of libraries: %s', (line) => {
    expect(rewritten(note, line)).toBe(line);
  });

  test('but modules of the task itself are', () => {
    const source = {
      path: 'repository/python/app.py',
      text: 'from notes import read_note\nfrom flask import note',
      modules: ['notes', 'app'],
    };
    expect(rewritten(note, source)).toBe('from memos import read_memo\nfrom flask import note');
    const tests = { path: 'tests.ts', text: "import { noteForgeries } from './note-forgeries.ts';" };
    expect(rewritten(note, tests)).toBe("import { memoForgeries } from './note-forgeries.ts';");
  });

  test('ids and labels of tests', () => {
    const tests = "    {\n      id: 'reads-a-note',\n      kind: 'normal',\n      separates: ['note'],\n      note: { id: 'note-1', x },";
    expect(rewritten(note, { path: 'tests.ts', text: tests })).toBe(
      "    {\n      id: 'reads-a-note',\n      kind: 'normal',\n      separates: ['note'],\n      memo: { id: 'memo-1', x },",
    );
  });

  test('what the family keeps, and what is not open', () => {
    expect(rewritten({ ...note, keep: ['note-taking'] }, 'note-taking note')).toBe('note-taking memo');
    expect(rewritten(note, { path: 'task.yaml', text: 'note: note', open: [{ start: 6, end: 10 }] })).toBe('note: memo');
  });
});

describe('texts', () => {
  test('match exactly, and not within a word', () => {
    const route = family(text('/entries', '/lines'));
    expect(rewritten(route, "'/entries' /entries/5 /entriesOf /Entries")).toBe("'/lines' /lines/5 /entriesOf /Entries");
  });
});

describe('numbers', () => {
  test('match as whole numbers, with digit separators and suffixes', () => {
    const limit = family(number('310000', '4200000'));
    expect(rewritten(limit, '310000 310_000 310000u 3100001 x310000 1.310000 310000.5 310000.')).toBe(
      '4200000 4_200_000 4200000u 3100001 x310000 1.310000 310000.5 4200000.',
    );
  });

  test('match only near a text where one is given', () => {
    const limit = family(number('40', '64', 'limit'));
    expect(rewritten(limit, `LIMIT = 40\n${'-'.repeat(80)}\nport = 40`)).toBe(`LIMIT = 64\n${'-'.repeat(80)}\nport = 40`);
  });
});

test('the marker is put in where the template says', () => {
  const template = compile({ path: 'task.yaml', text: 'a note.', markers: [{ at: 6, before: ' at ', after: '' }] }, note);
  expect(fill(template, [0], 'Budalevi')).toBe('a memo at Budalevi.');
});
