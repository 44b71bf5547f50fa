import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, promptStyles, sampleKinds } from '../../src/core/index.ts';
import { extract } from '../../src/extraction/index.ts';
import { finishReasonsForTests, pieces, programs } from './generated.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })), { maxLength: 40 }).map((parts) => parts.join('')),
);
const request = fc.record({
  text,
  language: fc.constantFrom(...languages),
  style: fc.constantFrom(...promptStyles),
  prefix: fc.oneof(fc.constant(''), fc.constantFrom(...programs.map(({ head }) => head)), text),
  finishReason: fc.constantFrom(...finishReasonsForTests),
});

describe('extraction of anything', () => {
  it('never throws, and places its code within the text', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { kind, provenance, promptLines, code } = extract(given);
        expect(sampleKinds).toContain(kind);
        expect(provenance.start).toBeGreaterThanOrEqual(0);
        expect(provenance.end).toBeGreaterThanOrEqual(provenance.start);
        expect(provenance.end).toBeLessThanOrEqual(given.text.length);
        for (const { from, to } of promptLines) {
          expect(from).toBeGreaterThanOrEqual(1);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(code.split('\n').length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(request, (given) => {
        expect(extract(given)).toEqual(extract(given));
      }),
      { numRuns: 200 },
    );
  });

  it('marks only lines of the prompt, white space aside', () => {
    const squeezed = (value: string): string => value.replaceAll(/\s+/g, '');
    fc.assert(
      fc.property(request, (given) => {
        const { promptLines, code } = extract({ ...given, style: 'completion' });
        const all = code.split('\n');
        const own = promptLines.flatMap(({ from, to }) => all.slice(from - 1, to));
        const prefix = new Set(given.prefix.split('\n').map(squeezed));
        const whole = squeezed(given.prefix);
        for (const line of own) expect(prefix.has(squeezed(line)) || whole.includes(squeezed(line))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

const program = fc.constantFrom(...programs);
const wrapping = fc.constantFrom(
  (code: string) => code,
  (code: string, language: string) => `\`\`\`${language}\n${code}\`\`\``,
  (code: string, language: string) => `Here is the code:\n\n\`\`\`${language}\n${code}\`\`\`\n\nI hope this helps.`,
  (code: string, language: string) => `<think>\nHow?\n</think>\n~~~${language}\n${code}~~~\n`,
  (code: string) => `\`\`\`\n${code}\`\`\``,
  (code: string, language: string) => `\`\`\`${language}\n${code}\`\`\``.replaceAll('\n', '\r\n'),
);

describe('extraction of programs', () => {
  it('gives a program back as it is, and again', () => {
    for (const { language, head, body } of programs) {
      const code = head + body;
      const once = extract({ text: code, language, style: 'instruction', prefix: '', finishReason: 'stop' });
      expect(once).toMatchObject({ kind: 'code', code });
      expect(extract({ text: once.code, language, style: 'instruction', prefix: '', finishReason: 'stop' }).code).toBe(code);
    }
  });

  it('finds the program in every wrapping', () => {
    fc.assert(
      fc.property(program, wrapping, ({ language, head, body }, wrap) => {
        const found = extract({ text: wrap(head + body, language), language, style: 'instruction', prefix: '', finishReason: 'stop' });
        expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: (head + body).trimEnd() });
      }),
    );
  });

  it('builds the same file from a continuation and from a repetition', () => {
    fc.assert(
      fc.property(program, wrapping, fc.boolean(), ({ language, head, body }, wrap, repeats) => {
        const found = extract({
          text: wrap(repeats ? head + body : body, language),
          language,
          style: 'completion',
          prefix: head,
          finishReason: 'stop',
        });
        expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: (head + body).trimEnd() });
        expect(found.promptLines).toEqual([{ from: 1, to: head.trimEnd().split('\n').length }]);
      }),
    );
  });
});

describe('extraction of huge answers', () => {
  const many = 300_000;
  const huge: readonly (readonly [string, string])[] = [
    ['spaces', ' '.repeat(many)],
    ['backticks', '`'.repeat(many)],
    ['fences', '```python\n'.repeat(many / 10)],
    ['one-line fences', '```a```\n'.repeat(many / 8)],
    ['opening tags', '<think>\n'.repeat(many / 8)],
    ['closing tags', '</think>\n'.repeat(many / 9)],
    ['brackets', '('.repeat(many)],
    ['quotes', '"""\n'.repeat(many / 4)],
    ['blocks', '```python\ndef f():\n  return 1\n```\n'.repeat(many / 40)],
    ['lines of words', 'word word word.\n'.repeat(many / 16)],
    ['definitions', 'def f(x):\n    return x\n'.repeat(many / 24)],
    ['spaced lines', `${'a '.repeat(200)}\n`.repeat(many / 401)],
    ['one line of names', 'a='.repeat(many / 2)],
    ['slashes', '/'.repeat(many)],
  ];
  // The limit of the test run is what fails here: a quadratic step takes hours on so many.
  it.each(huge)('ends for hundreds of thousands of characters of %s', (_, long) => {
    for (const language of languages) {
      for (const prefix of ['', 'def f():\n', long.slice(0, 20_000)]) {
        expect(sampleKinds).toContain(
          extract({ text: long, language, style: prefix === '' ? 'instruction' : 'completion', prefix, finishReason: 'length' }).kind,
        );
      }
    }
  });
});
