import { expect, test } from 'vitest';
import type { TaskInterface } from '../../src/core/index.ts';
import { withNames } from '../../src/prompts/names.ts';

const asked: TaskInterface = {
  kind: 'function',
  functions: [
    {
      name: 'read_note',
      names: { java: 'fetchNote' },
      parameters: [
        { name: 'folder', type: 'path' },
        { name: 'note_name', type: 'string' },
      ],
      returns: { type: 'string' },
    },
  ],
};

test.each([
  ['a function and a parameter', '`read_note` reads `note_name`.', '`readNote` reads `noteName`.'],
  ['a call', '`read_note(folder, note_name)` it is', '`readNote(folder, noteName)` it is'],
  ['an expression', 'at most `note_name + 1`', 'at most `noteName + 1`'],
  ['no word without backticks', 'read_note reads note_name', 'read_note reads note_name'],
  ['no key of data', 'the key `"note_name"` and `{"note_name": 1}`', 'the key `"note_name"` and `{"note_name": 1}`'],
  ['no path', '`/work/note_name`', '`/work/note_name`'],
  ['no longer name', '`note_names` and `read_notes`', '`note_names` and `read_notes`'],
  ['no fenced example', 'So:\n\n```\n`read_note`\n```\n\n`read_note`', 'So:\n\n```\n`read_note`\n```\n\n`readNote`'],
])('rewrites %s', (_what, text, expected) => {
  expect(withNames(text, 'go', asked)).toBe(expected);
});

test('keeps the custom of the language, and the name that the task states', () => {
  expect(withNames('`read_note`, `note_name`', 'python', asked)).toBe('`read_note`, `note_name`');
  expect(withNames('`read_note`, `note_name`', 'java', asked)).toBe('`fetchNote`, `noteName`');
});
