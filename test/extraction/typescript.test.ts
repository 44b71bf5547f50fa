import { describe, expect, it } from 'vitest';
import type { SampleKind } from '../../src/core/index.ts';
import { definitionsOf } from '../../src/extraction/definitions.ts';
import { profiles } from '../../src/extraction/languages/index.ts';
import { type Case, extracting, lines } from './extracting.ts';

const file = lines(
  "import { readFileSync } from 'node:fs';",
  '',
  'interface Note {',
  '  readonly text: string;',
  '}',
  '',
  'export function readNote(folder: string, name: string): Note {',
  "  return { text: readFileSync(`notes/` + folder + name, 'utf8') };",
  '}',
);
const plain = lines(
  "const fs = require('fs');",
  '',
  'function readNote(name) {',
  "  return fs.readFileSync(name, 'utf8');",
  '}',
  'module.exports = { readNote };',
);
const head = lines(
  "import { readFileSync } from 'node:fs';",
  '',
  '/** Reads a note. */',
  'export function readNote(name: string): string {',
);
const body = lines("  const path: string = 'notes/' + name;", "  return readFileSync(path, 'utf8');", '}');

const typescript = (found: Omit<Case, 'says'>) => extracting({ ...found, language: 'typescript' });

describe('an answer in TypeScript', () => {
  it.each<Case & { readonly code: string }>([
    { says: 'stands in a block', text: `Here you are:\n\n\`\`\`typescript\n${file}\`\`\`\n\nIt reads the note.`, code: file },
    { says: 'stands in a block with a short tag', text: `\`\`\`ts\n${file}\`\`\``, code: file },
    { says: 'stands alone between remarks', text: `This is the file.\n\n${file}\nThe note is read as it is.`, code: file },
    { says: 'may be plain JavaScript', text: `\`\`\`js\n${plain}\`\`\``, code: plain },
    { says: 'may be bare JavaScript', text: plain, code: plain },
    {
      says: 'leaves out how to install and to run it',
      text: `\`\`\`bash\nnpm install express\n\`\`\`\n\`\`\`ts\n${file}\`\`\`\nThen:\n\`\`\`bash\nnpx tsx notes.ts\n\`\`\``,
      code: file,
    },
    {
      says: 'leaves out its tests',
      text: `\`\`\`ts\n${file}\`\`\`\n\`\`\`ts\nimport { expect, test } from 'vitest';\n\ntest('reads', () => {\n  expect(readNote('a', 'b')).toBe('');\n});\n\`\`\``,
      code: file,
    },
    {
      says: 'joins the types that it needs',
      wanted: ['readNote'],
      text: '```ts\nexport interface Note {\n  text: string;\n}\n```\nand\n```ts\nexport const readNote = (name: string): Note => ({ text: name });\n```',
      code: lines(
        'export interface Note {',
        '  text: string;',
        '}',
        '',
        'export const readNote = (name: string): Note => ({ text: name });',
      ),
    },
    { says: 'continues a head', prefix: head, text: body, code: head + body },
    { says: 'repeats a head once', prefix: head, text: `\`\`\`ts\n${head}${body}\`\`\``, code: head + body },
  ])('$says', ({ code, ...found }) => {
    const { kind, code: got } = typescript(found);
    expect({ kind, code: got.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
  });

  it.each<Case & { readonly kind: SampleKind }>([
    { says: 'comments alone are empty', text: '```ts\n// not yet written\n```', kind: 'empty' },
    { says: 'Python is the wrong language', text: '```python\nimport os\n\ndef f():\n    return os.getcwd()\n```', kind: 'wrong-language' },
    {
      says: 'Java is the wrong language',
      text: '```java\npublic class Note {\n    public static String read(String name) {\n        return name;\n    }\n}\n```',
      kind: 'wrong-language',
    },
    { says: 'a cut body is truncated', text: '```ts\nexport function f(a: number): number {\n  return', kind: 'truncated' },
    {
      says: 'a page in a template is still TypeScript',
      text: '```ts\nimport express from "express";\nexport const app = express();\nconst page = `\n<html>\n<body>\n<div>\n`;\n```',
      kind: 'code',
    },
  ])('$says', ({ kind, ...found }) => {
    expect(typescript(found).kind).toBe(kind);
  });

  it.each(['javascript', 'c', 'python'] as const)('is the wrong language for %s', (language) => {
    const typed = lines(...file.trimEnd().split('\n'), 'export const one = (a: number): number => a;');
    expect(extracting({ language, text: `\`\`\`ts\n${typed}\`\`\`` }).kind).toBe('wrong-language');
    expect(extracting({ language, text: typed }).kind).toBe('wrong-language');
  });

  it.each<readonly [string, string]>([
    ['export function readNote<T>(name: T): T {', 'readNote'],
    ['export const readNote: (name: string) => string = (name) => name;', 'readNote'],
    ['export interface Note {', 'Note'],
    ['type Names = readonly string[];', 'Names'],
    ['export const enum Kind {', 'Kind'],
    ['export abstract class Store {', 'Store'],
    ['export default class Store<T> {', 'Store'],
  ])('defines what %s names', (line, name) => {
    expect(definitionsOf([line], profiles.typescript).map((each) => each.name)).toEqual([name]);
  });
});
