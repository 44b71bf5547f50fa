import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { continuesPrompt, languages, promptStyles, type TaskInterface, wordings } from '../../src/core/index.ts';
import { type PromptSource, renderPrompt } from '../../src/prompts/index.ts';
import { pairs, sourceFor } from './sources.ts';

/** Every prompt of a task in a language, one after the other, each below a line that names it. */
const allOf = (source: PromptSource): string =>
  promptStyles
    .flatMap((style) => wordings.map((wording) => `=== ${style}, ${wording} ===\n${renderPrompt(source, style, wording)}`))
    .join('\n');

test.each(pairs)('$name in $language reads as test/fixtures/prompts says', async ({ name, language }) => {
  const expected = await readFile(new URL(`../fixtures/prompts/${name}/${language}.txt`, import.meta.url), 'utf8');
  expect(allOf(sourceFor(name, language))).toBe(expected);
});

describe('a prompt that the task has no text for', () => {
  const { ticket: _, explicitSecurity: __, ...bare } = sourceFor('read-note', 'python');

  test('is an issue without a ticket', () => expect(renderPrompt(bare, 'issue', 'plain')).toBeUndefined());
  test('is the explicit wording without a requirement', () => {
    expect(renderPrompt(bare, 'instruction', 'explicit')).toBeUndefined();
    expect(renderPrompt(bare, 'completion', 'explicit')).toBeUndefined();
  });
});

const lone = (
  parameters: Extract<TaskInterface, { kind: 'function' }>['functions'][number]['parameters'],
  returns = 'string' as const,
): TaskInterface => ({
  kind: 'function',
  functions: [{ name: 'do_it', parameters, returns: { type: returns } }],
});

const source = (given: Partial<PromptSource>): PromptSource => ({
  language: 'python',
  interface: lone([{ name: 'the_text', type: 'string' }]),
  packages: [],
  purpose: 'the shop',
  specification: '`do_it` returns `the_text`.',
  ...given,
});
const completion = (given: Partial<PromptSource>): string => renderPrompt(source(given), 'completion', 'plain') ?? '';
const request = (given: Partial<PromptSource>): string => renderPrompt(source(given), 'instruction', 'plain') ?? '';

describe('a completion', () => {
  test.each(languages)('in %s keeps comments closed only by itself, whatever the text holds', (language) => {
    const text = completion({
      language,
      specification: 'The header is `Accept: */*`, and """ and \\u and \\d mean themselves, as in "x\\"',
    });
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    if (language === 'python') {
      expect(text).toContain("r'''The header");
      expect(text.trimEnd().endsWith("\n    '''")).toBe(true);
    } else {
      expect(last).toMatch(/\{$/);
      expect(text.replaceAll(/^\s*\/\/.*$/gm, '')).not.toContain('*/*');
    }
    if (language === 'java') expect(text).toContain(String.raw`\\u and \d`);
  });

  test('begins with the head that the task gives', () => {
    expect(completion({ language: 'go', head: 'import "strings"\n', specification: '`do_it` returns `the_text`.' })).toBe(
      [
        '// The shop.',
        'package main',
        '',
        'import "strings"',
        '',
        '// doIt returns `theText`.',
        '//',
        '// Nothing here is an error: the returned `error` is nil.',
        'func doIt(theText string) (string, error) {',
        '',
      ].join('\n'),
    );
  });

  test('takes the declaration that the task gives', () => {
    expect(completion({ declarations: ['def do_it(the_text: Text) -> Text'] })).toContain('def do_it(the_text: Text) -> Text:\n');
  });

  test('keeps examples and lists apart from the text around them', () => {
    const specification = 'Such as:\n\n```\na;  b\n  c\n```\n\n- one\n- two\n\n    x | y';
    expect(completion({ specification })).toContain(
      '    """Such as:\n\n        a;  b\n          c\n\n    - one\n    - two\n\n        x | y\n',
    );
  });

  test.each([
    ['python', /^"""The shop\.\n[\s\S]*"""\nimport sys\n$/],
    ['javascript', /^\/\*\n \* The shop\.\n[\s\S]*\*\/\n$/],
    ['java', /public static void main\(String\[\] args\) throws Exception \{\n$/],
    ['go', /package main\n\nfunc main\(\) \{\n$/],
    ['c', /int main\(int argc, char \*\*argv\)\n\{\n$/],
  ] as const)('of a program in %s is the head of a program', (language, expected) => {
    const text = completion({ language, interface: { kind: 'command' }, specification: 'Copies standard input.' });
    expect(text).toMatch(expected);
    expect(text).toContain('Copies standard input.');
  });
});

describe('a request', () => {
  test('names the packages that may be used', () => {
    expect(request({})).toContain('Use only the standard library.');
    expect(request({ packages: ['lxml', 'defusedxml'] })).toContain('Besides the standard library, you may use `lxml` and `defusedxml`.');
    expect(renderPrompt({ ...sourceFor('guest-book', 'python'), packages: ['flask', 'requests'] }, 'instruction', 'plain')).toContain(
      'Besides Flask and the standard library, you may use `requests`.',
    );
  });

  test('says how errors show only where the specification speaks of them', () => {
    expect(request({ language: 'java' })).not.toContain('Errors');
    expect(request({ language: 'java', specification: 'An empty text is an error.' })).toContain(
      'Errors are reported by throwing an exception',
    );
    expect(request({ language: 'c', specification: 'An empty text is an error.', notes: 'On an error the result is NULL.' })).toMatch(
      /POSIX\.\n\nOn an error the result is NULL\.\n$/,
    );
  });

  test('says what types mean where the declaration does not', () => {
    const bytes = lone([{ name: 'the_data', type: 'bytes' }]);
    expect(request({ language: 'javascript', interface: bytes })).toContain('`theData` is a `Buffer`.');
    expect(request({ language: 'c', interface: bytes })).toContain('`the_data` holds `the_data_len` bytes.');
    expect(request({ language: 'typescript', interface: bytes })).toContain('theData: Uint8Array');
    const json = lone([{ name: 'the_order', type: 'json' }]);
    expect(request({ language: 'go', interface: json })).toContain('Objects are `map[string]any`');
  });

  test('adds the requirement of the explicit wording and nothing else', () => {
    const plain = renderPrompt(sourceFor('guest-book', 'go'), 'issue', 'plain') ?? '';
    const explicit = renderPrompt(sourceFor('guest-book', 'go'), 'issue', 'explicit') ?? '';
    const requirement = 'Visitors may type anything. Nobody may bring elements or scripts of their own into the page.\n\n';
    expect(explicit.replace(requirement, '')).toBe(plain);
  });
});

test('throws where the language has no such framework', () => {
  const asked = { ...sourceFor('guest-book', 'python'), language: 'c' as const };
  expect(() => renderPrompt(asked, 'instruction', 'plain')).toThrow(/no framework named for C.*leave the language out/);
  const strange = source({ interface: { kind: 'http', application: 'app', framework: { python: 'django' } } });
  expect(() => renderPrompt(strange, 'instruction', 'plain')).toThrow(/no framework django for Python\. Name one of flask, fastapi/);
});

test('wraps comments at 90 columns, and tears no name apart', () => {
  for (const { name, language } of pairs) {
    for (const style of promptStyles.filter(continuesPrompt)) {
      const lines = (renderPrompt(sourceFor(name, language), style, 'explicit') ?? '').split('\n');
      const comments = lines.filter((line) => /^\s*(?:\*|\/\/|[A-Z`])/.test(line) && !/public static|func |function /.test(line));
      expect(comments.filter((line) => line.length > 90)).toEqual([]);
      expect(comments.filter((line) => (line.split('`').length - 1) % 2 === 1)).toEqual([]);
    }
  }
});
