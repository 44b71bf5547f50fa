import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseJsonLine, parseText } from '../../src/schemas/yaml-document.ts';

const schema = z.strictObject({
  id: z.string().min(3),
  kind: z.enum(['function', 'http']),
  limits: z.strictObject({ callMs: z.int().min(1) }).optional(),
  parts: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('file'), path: z.string() }),
        z.strictObject({ type: z.literal('port') }),
      ]),
    )
    .optional(),
});

const messageFor = (text: string, syntax: 'yaml' | 'json' = 'yaml'): string => {
  try {
    parseText({ file: 'task.yaml', text, syntax }, schema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};

describe('a document that is not as it must be', () => {
  test.each([
    ['id: abc\nkind: functon\n', 'task.yaml:2:7 kind: expected one of function, http, found "functon"; did you mean "function"?'],
    [
      'id: abc\nkind: http\nlimitz: {}\n',
      'task.yaml:3:1 limitz: expected one of the keys id, kind, limits, parts, found "limitz"; did you mean "limits"?',
    ],
    [
      'id: abc\nkind: http\nlimits:\n  calMs: 5\n  callMs: 5\n',
      'task.yaml:4:3 limits.calMs: expected one of the keys callMs, found "calMs"; did you mean "callMs"?',
    ],
    ['id: abc\nkind: http\nlimits: { callMs: "5" }\n', 'task.yaml:3:19 limits.callMs: expected a number, found "5"'],
    ['kind: http\n', 'task.yaml:1:1 id: expected a string, found nothing'],
    ['id: ab\nkind: http\n', 'task.yaml:1:5 id: expected at least 3 characters, found "ab"'],
    [
      'id: abc\nkind: http\nparts: [{ type: fil }]\n',
      'task.yaml:3:17 parts[0].type: expected one of file, port, found "fil"; did you mean "file"?',
    ],
    ['id: abc\nkind: http\nparts: [{ type: file, pat: x }]\n', 'task.yaml:3:9 parts[0].path: expected a string, found nothing'],
    ['- 1\n', 'task.yaml:1:1: expected a map, found [1]'],
  ])('is refused with its place, what was expected and what was found: %j', (text, message) => {
    expect(messageFor(text).split('\n')[0]).toBe(message);
  });

  test('names the place of a YAML mistake', () => {
    expect(messageFor('id: abc\nkind: [http\n')).toMatch(/^task\.yaml:\d+:\d+: expected YAML; /);
  });

  test('names the place of a JSON mistake', () => {
    expect(messageFor('{\n  "id": abc\n}', 'json')).toBe('task.yaml:2:9: expected JSON, found "abc"');
    expect(messageFor('{ "id": "abc"', 'json')).toBe('task.yaml:1:14: expected JSON, found the end of the text');
  });

  test('does not accept YAML for JSON', () => {
    expect(messageFor('id: abc\nkind: http\n', 'json')).toMatch(/expected JSON/);
  });

  test('lists five mistakes and counts the others', () => {
    const text = 'id: abc\nkind: http\na1: 1\nb1: 1\nc1: 1\nd1: 1\ne1: 1\nf1: 1\n';
    expect(messageFor(text).split('\n')).toHaveLength(6);
    expect(messageFor(text)).toMatch(/and 1 more mistake/);
  });
});

test('a right document is parsed', () => {
  expect(parseText({ file: 'x', text: '{"id":"abc","kind":"http"}', syntax: 'json' }, schema)).toEqual({ id: 'abc', kind: 'http' });
});

test('a line of JSONL is reported at its own line of the file', () => {
  expect(() => parseJsonLine('samples.jsonl', 41, '{"id":"abc","kind":"htp"}', schema)).toThrow(
    'samples.jsonl:41:20 kind: expected one of function, http, found "htp"; did you mean "http"?',
  );
});
