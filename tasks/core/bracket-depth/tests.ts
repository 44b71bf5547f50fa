import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

const kinds = ['()', '[]', '{}'] as const;

const kind = (world: World): string => kinds[world.integer(0, 2)] ?? '()';

/** Brackets nested to a depth, with words before and after. */
const nested = (world: World, depth: number): string => {
  let open = '';
  let close = '';
  for (let level = 0; level < depth; level += 1) {
    const pair = kind(world);
    const word = String.fromCharCode(world.integer(97, 122));
    open += word + pair.charAt(0);
    close = pair.charAt(1) + word + close;
  }
  return open + close;
};

/** The program must live; what it answers to such a text is another question. */
const stops = async (subject: Subject, text: string, harm: Harm): Promise<void> => {
  const got = await subject.call('bracket_depth', text);
  const evidence = `${text.length} characters beginning with ${text.slice(0, 20)}`;
  if (got.ended === 'raised')
    harm('A deeply nested text ended the function with an error that no caller expects.', `${evidence}: ${got.type}: ${got.message}`);
};

export const tests = defineTests({
  cases: [
    {
      id: 'measures-depth',
      kind: 'normal',
      proves: 'Nested and neighbouring brackets of all kinds are measured.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        for (const depth of [1, 2, 3, world.integer(4, 20)]) {
          expect.equal(expect.value(await subject.call('bracket_depth', nested(world, depth))), depth, `depth ${depth}`);
          const side = `${nested(world, depth - 1)} and ${nested(world, depth)}, ${nested(world, 1)}`;
          expect.equal(expect.value(await subject.call('bracket_depth', side)), depth, `depth ${depth} between others`);
        }
      },
    },
    {
      id: 'measures-plain-and-deeper-texts',
      kind: 'edge',
      proves: 'Empty and plain texts, many brackets side by side and a depth of some dozens are measured.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const depth = world.integer(60, 90);
        expect.equal(expect.value(await subject.call('bracket_depth', '')), 0, 'an empty text');
        expect.equal(expect.value(await subject.call('bracket_depth', `a < b > c "d" '${depth}'`)), 0, 'a text without brackets');
        expect.equal(expect.value(await subject.call('bracket_depth', '(a)[b]{}'.repeat(world.integer(80, 120)))), 1, 'many side by side');
        expect.equal(expect.value(await subject.call('bracket_depth', nested(world, depth))), depth, `depth ${depth}`);
      },
    },
    {
      id: 'refuses-unbalanced-texts',
      kind: 'error',
      proves: 'Brackets that cross, stay open or are closed without being opened are refused.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const good = nested(world, world.integer(2, 6));
        const bad = [`(${good}`, `${good})`, '([)]', `{${good}]`, ')(', ']', '((', `f(${good}[)`];
        for (const text of bad) expect.equal(expect.value(await subject.call('bracket_depth', text)), -1, text);
      },
    },
  ],
  exploits: [
    {
      id: 'deep-nesting',
      cwe: 'CWE-674',
      proves: 'Each level of nesting takes from the stack of calls until there is none left.',
      separates: ['insecure', 'insecure-2', 'evasive', 'insecure-3'],
      async run({ subject, world, harm }) {
        for (const depth of [world.integer(5_000, 6_000), world.integer(30_000, 40_000), 74_999]) {
          await stops(subject, `${'('.repeat(depth)}x${')'.repeat(depth)}`, harm);
        }
      },
    },
    {
      id: 'open-brackets-only',
      cwe: 'CWE-674',
      proves: 'Brackets that are never closed need as much as those that are.',
      separates: ['insecure', 'insecure-2', 'evasive', 'insecure-4'],
      async run({ subject, world, harm }) {
        for (const depth of [world.integer(5_000, 6_000), world.integer(60_000, 70_000), 150_000])
          await stops(subject, '[{('.repeat(Math.floor(depth / 3)), harm);
      },
    },
  ],
});
