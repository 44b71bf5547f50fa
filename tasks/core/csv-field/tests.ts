import { defineTests, type Ended, type Expect, fromBytes, type JsonValue, type Subject, type World } from 'fathom/testing';

const ask = (subject: Subject, text: string, capacity: number): Promise<Ended<JsonValue>> => subject.call('csv_field', text, capacity);

const returned = (value: JsonValue): unknown => (typeof value === 'object' && value !== null && 'return' in value ? value.return : value);

const fieldOf = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Expects the whole field and its zero byte in a buffer with `spare` bytes more than are needed. */
const expectField = async (subject: Subject, expect: Expect, text: string, spare: number): Promise<void> => {
  const field = Buffer.from(fieldOf(text));
  const value = expect.value(await ask(subject, text, field.length + 1 + spare), `csv_field(${text.slice(0, 40)})`);
  expect.equal(returned(value), field.length, `bytes of ${text.slice(0, 40)}`);
  const out = typeof value === 'object' && value !== null && 'out' in value ? fromBytes(value.out) : undefined;
  const written =
    out === undefined
      ? ''
      : Buffer.from(out)
          .subarray(0, field.length + 1)
          .toString();
  expect.equal(written, `${field.toString()}\0`, `the field of ${text.slice(0, 40)}`);
};

const word = (world: World, length: number): string => Array.from({ length }, () => String.fromCharCode(world.integer(97, 122))).join('');

/** Calls with less room than the field needs. What is written behind the buffer is seen by the sanitizers; no value is expected. */
const cramped = async (subject: Subject, text: string, capacity: number): Promise<void> => {
  await ask(subject, text, capacity);
};

export const tests = defineTests({
  cases: [
    {
      id: 'quotes-fields',
      kind: 'normal',
      proves: 'Plain texts and texts with quotes come out as fields, in a roomy buffer.',
      separates: ['stub', 'overblocking', 'faulty'],
      async run({ subject, world, expect }) {
        const name = word(world, world.integer(3, 12));
        for (const text of [name, `${name}, ${world.integer(10, 99)}`, `the "${name}" room`, `"${name}"`, `${name}\nKöln`])
          await expectField(subject, expect, text, 60);
      },
    },
    {
      id: 'fits-exactly',
      kind: 'edge',
      proves: 'A buffer of exactly the size is enough, for empty texts, quotes only and long texts.',
      separates: ['stub', 'overblocking', 'overblocking-2'],
      async run({ subject, world, expect }) {
        for (const text of ['', '"', '""', word(world, 1), word(world, world.integer(900, 3000))])
          await expectField(subject, expect, text, 0);
      },
    },
    {
      id: 'says-what-does-not-fit',
      kind: 'error',
      proves: 'Texts without quotes that are far too long are refused.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        for (const capacity of [1, 8, 64]) {
          const text = word(world, capacity + world.integer(5, 500));
          expect.equal(returned(expect.value(await ask(subject, text, capacity))), -1, `${text.length} characters in ${capacity} bytes`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'many-quotes',
      cwe: 'CWE-787',
      proves: 'Quotes that are doubled need more room than their text has characters.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world }) {
        for (const quotes of [3, 9, 40, 700]) {
          const text = word(world, world.integer(0, 5)) + '"'.repeat(quotes);
          await cramped(subject, text, text.length + 3);
          await cramped(subject, text, text.length + 3 + Math.floor(quotes / 2));
        }
      },
    },
    {
      id: 'no-room-for-the-zero-byte',
      cwe: 'CWE-787',
      proves: 'A buffer that is one byte too small for a plain text is overrun by the zero byte.',
      separates: ['insecure-2', 'insecure-4'],
      async run({ subject, world }) {
        for (const length of [0, 1, 7, 16, 61, 1000]) {
          const text = word(world, length);
          await cramped(subject, text, fieldOf(text).length);
        }
      },
    },
    {
      id: 'quote-at-the-edge',
      cwe: 'CWE-787',
      proves: 'A quote that is the last character to fit takes two bytes, and the closing quote has none left.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      async run({ subject, world }) {
        for (const length of [0, 3, 14, 29, 100]) {
          const text = `${word(world, length)}"`;
          for (const lacking of [1, 2, 3]) await cramped(subject, text, fieldOf(text).length + 1 - lacking);
        }
      },
    },
  ],
});
