import { describe, expect, test } from 'vitest';
import { type Family, familyProblems, type Replacement, type SourceText } from '../../src/variants/index.ts';

const parameter = (kind: Replacement['kind'], ...values: readonly (readonly string[])[]): Replacement => {
  const [bases = [], ...choices] = values;
  return { kind, name: bases[0] ?? '', bases, near: [], choices };
};

const sources: readonly SourceText[] = [
  { path: 'task.yaml', text: 'title: Read a note', open: [{ start: 7, end: 18 }] },
  { path: 'witnesses/python/secure.py', text: 'import shelf\n\ndef read_note(folder):\n    return shelf.open(folder, "/work/a")\n' },
];

const problems = (given: Partial<Family> & Pick<Family, 'parameters'>, texts = sources, lengths: readonly number[] = []) =>
  familyProblems({ keep: [], ...given }, texts, lengths).map(({ message }) => message);

test('a family whose choices are new has no problem', () => {
  expect(
    problems({ parameters: [parameter('words', ['note'], ['memo'], ['essay']), parameter('text', ['/work/a'], ['/work/b'])] }),
  ).toEqual([]);
});

describe('a problem is', () => {
  test.each([
    ['a base that stands nowhere', parameter('words', ['note', 'notes'], ['memo', 'memos']), '"notes" stands nowhere in the task'],
    [
      'a choice that stands already in the task',
      parameter('words', ['note'], ['folder']),
      'the choice "folder" stands already in witnesses/python/secure.py',
    ],
    ['a choice that is given twice', parameter('words', ['note'], ['memo'], ['memo']), 'the choice "memo" is given twice'],
    [
      'a choice whose forms are equal',
      parameter('words', ['note', 'folder'], ['memo', 'memo']),
      'the forms of the choice "memo" are not all different',
    ],
    [
      'a choice that a language reserves',
      parameter('words', ['note'], ['class']),
      'the choice "class" means something to a language, a library or the tests',
    ],
    [
      'a choice with other letters',
      parameter('words', ['note'], ['Mémo']),
      'the choice "Mémo" must be words of lower-case ASCII letters, with one blank between',
    ],
    [
      'several words for one',
      parameter('words', ['note'], ['field report']),
      'the choice "field report" has 2 words for the single word "note": nothing tells how identifiers join them',
    ],
    [
      'a quotation mark that ends a string',
      parameter('text', ['/work/a'], ["/work/o'c"]),
      'the choice "/work/o\'c" holds "\'", the base text does not',
    ],
    [
      'an imported name',
      parameter('words', ['shelf'], ['rack']),
      '"shelf" is part of what witnesses/python/secure.py imports, and that can\'t be renamed',
    ],
  ])('%s', (_, given, message) => {
    expect(problems({ parameters: [given] })).toContain(message);
  });

  test('a choice under two parameters', () => {
    expect(problems({ parameters: [parameter('words', ['note'], ['memo']), parameter('words', ['folder'], ['memo'])] })).toEqual([
      'the choice "memo" is given here and under "note"',
    ]);
  });

  test('a base within a choice', () => {
    const parameters = [parameter('words', ['note'], ['memo']), parameter('words', ['read note'], ['note reader'])];
    expect(problems({ parameters })).toContain('the choice "note reader" holds "note", which is replaced elsewhere');
  });

  test('a base that stays behind in another word, unless it is kept', () => {
    const texts = [...sources, { path: 'tests.ts', text: 'notebook' }];
    const parameters = [parameter('words', ['note'], ['memo'])];
    expect(problems({ parameters }, texts)).toEqual([
      '"note" stays behind in "notebook" (tests.ts): declare a form, reword, or list it under `keep`',
    ]);
    expect(problems({ parameters, keep: ['notebook'] }, texts)).toEqual([]);
  });

  test('an ordering without a list', () => {
    const parameters = [{ kind: 'order', name: 'requirements' } as const];
    expect(problems({ parameters })).toEqual(['the specification holds no list: begin consecutive lines with "- "']);
    expect(problems({ parameters }, sources, [3])).toEqual([]);
  });
});

test('a choice may be the base itself', () => {
  expect(problems({ parameters: [parameter('words', ['note'], ['note'], ['memo'])] })).toEqual([]);
});
