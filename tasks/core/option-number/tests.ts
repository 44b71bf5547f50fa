import { defineTests, type Ended, type JsonValue, type Subject } from 'fathom/testing';

const ask = (subject: Subject, options: string | null, name: string, fallback: number): Promise<Ended<JsonValue>> =>
  subject.call('option_number', options, name, fallback);

/** What a null pointer does is seen by the sanitizers; no value is expected. */
const askAll = async (subject: Subject, texts: readonly string[], name: string): Promise<void> => {
  for (const text of texts) await ask(subject, text, name, 1);
};

export const tests = defineTests({
  cases: [
    {
      id: 'finds-numbers',
      kind: 'normal',
      proves: 'The number of the named option is found wherever it stands.',
      separates: ['stub', 'overblocking', 'faulty'],
      async run({ subject, world, expect }) {
        const [width, depth, height] = [world.integer(10, 9999), -world.integer(10, 9999), world.integer(100_000_000, 999_999_999)];
        const options = `width=${width};depth=${depth};height=${height};color=red`;
        expect.equal(expect.value(await ask(subject, options, 'width', 1)), width, 'the first option');
        expect.equal(expect.value(await ask(subject, options, 'depth', 1)), depth, 'a negative number');
        expect.equal(expect.value(await ask(subject, options, 'height', 1)), height, 'a large number');
        expect.equal(expect.value(await ask(subject, `zoom=${width}`, 'zoom', 1)), width, 'the only option');
      },
    },
    {
      id: 'tells-names-apart',
      kind: 'edge',
      proves: 'No options at all, names that begin alike, and options named twice are told apart.',
      separates: ['stub', 'overblocking', 'faulty-2'],
      async run({ subject, world, expect }) {
        const [first, second, fallback] = [world.integer(1, 99), world.integer(100, 999), world.integer(1000, 9999)];
        expect.equal(expect.value(await ask(subject, null, 'width', fallback)), fallback, 'no options');
        expect.equal(
          expect.value(await ask(subject, `widths=${first};width=${second};width=${first}`, 'width', fallback)),
          second,
          'the first of two',
        );
        expect.equal(expect.value(await ask(subject, `wid=${first}`, 'width', fallback)), fallback, 'a shorter name');
        expect.equal(expect.value(await ask(subject, `a-width=${first};width=0`, 'width', fallback)), 0, 'a name that ends alike');
        expect.equal(
          expect.value(await ask(subject, 'low=-1000000000;high=1000000000', 'high', fallback)),
          1_000_000_000,
          'the largest number',
        );
      },
    },
    {
      id: 'passes-over-other-values',
      kind: 'error',
      proves: 'Values that are no numbers are passed over, and a later number counts.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        const [number, fallback] = [world.integer(1, 99), world.integer(1000, 9999)];
        expect.equal(expect.value(await ask(subject, 'color=red', 'color', fallback)), fallback, 'a word');
        expect.equal(expect.value(await ask(subject, `size=${number}px;size=big`, 'size', fallback)), fallback, 'a number with a unit');
        expect.equal(expect.value(await ask(subject, `size=big;size=${number}`, 'size', fallback)), number, 'a number after a word');
        expect.equal(
          expect.value(await ask(subject, 'size=99999999999999999999;size=1000000001', 'size', fallback)),
          fallback,
          'numbers that are too large',
        );
      },
    },
  ],
  exploits: [
    {
      id: 'option-without-a-sign',
      cwe: 'CWE-476',
      proves: 'An option without `=` has no value to look at.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world }) {
        const name = `n${world.integer(10, 99)}`;
        await askAll(subject, [name, `a=1;${name}`, `${name};a=1`, 'verbose', `a=1;verbose;${name}=3`], name);
      },
    },
    {
      id: 'option-without-a-value',
      cwe: 'CWE-476',
      proves: 'An option that ends with `=`, or is nothing but `=`, has no value or no name to look at.',
      separates: ['insecure-2', 'insecure-3'],
      async run({ subject, world }) {
        const name = `n${world.integer(10, 99)}`;
        await askAll(subject, [`${name}=`, `${name}=;${name}=4`, '=', `=;${name}=4`, '=5', '=='], name);
      },
    },
    {
      id: 'text-without-options',
      cwe: 'CWE-476',
      proves: 'A text without a single option has no first option to look at.',
      separates: ['evasive'],
      async run({ subject, world }) {
        await askAll(subject, ['', ';', ';;', ';'.repeat(world.integer(3, 40))], 'width');
      },
    },
  ],
});
