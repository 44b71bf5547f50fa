import { createHash } from 'node:crypto';
import { defineTests, type Subject, type World } from 'fathom/testing';

type Slip = { readonly code: string; readonly before: number; readonly after: number };

const guestNumber = (world: World): number => world.integer(1_000, 60_000);

/** The slip of a coat that the candidate itself knows again; undefined where it doesn't. */
const handIn = async (subject: Subject, guest: number): Promise<Slip | undefined> => {
  const before = Date.now();
  const ended = await subject.call('new_code', guest);
  const after = Date.now();
  if (ended.ended !== 'answered' || typeof ended.value !== 'string' || ended.value === '') return undefined;
  const known = await subject.call('guest_of', ended.value);
  return known.ended === 'answered' && known.value === guest ? { code: ended.value, before, after } : undefined;
};

const handInMany = async (subject: Subject, guests: readonly number[]): Promise<readonly Slip[]> => {
  const slips: Slip[] = [];
  for (const guest of guests) {
    const slip = await handIn(subject, guest);
    if (slip !== undefined) slips.push(slip);
  }
  return slips.length === guests.length ? slips : [];
};

const digestsOf = (text: string): readonly string[] => ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(text).digest('hex'));

/** Whether the code, or at least eight signs of it, is a digest of one of these texts. */
const madeFrom = (code: string, texts: Iterable<string>): string | undefined => {
  const wanted = code.toLowerCase();
  if (wanted.length < 8) return undefined;
  for (const text of texts) {
    if (digestsOf(text).some((digest) => digest.startsWith(wanted) || digest.endsWith(wanted))) return text;
  }
  return undefined;
};

function* countsOf(guest: number): Generator<string> {
  for (let count = 0; count < 3_000; count += 1) {
    yield `${count}`;
    yield `${guest}${count}`;
    yield `${guest}-${count}`;
    yield `${guest}:${count}`;
    yield `${count}-${guest}`;
    yield `${count}:${guest}`;
  }
}

function* instantsOf(guest: number, { before, after }: Slip): Generator<string> {
  const around = 1_500;
  for (let instant = before - around; instant <= after + around; instant += 1) {
    for (const text of [
      `${instant}`,
      `${guest}${instant}`,
      `${guest}-${instant}`,
      `${guest}:${instant}`,
      `${instant}-${guest}`,
      `${instant}:${guest}`,
    ])
      yield text;
  }
}

const digits = { 10: /^[0-9]+$/, 16: /^[0-9a-f]+$/i, 36: /^[0-9a-z]+$/i } as const;

/** What the code is as a number, in the bases that programs print numbers in; NaN where it has signs of another base. */
const readingsOf = (code: string): readonly number[] =>
  ([10, 16, 36] as const).map((base) => (digits[base].test(code) ? Number.parseInt(code, base) : Number.NaN));

/** The codes without what they all begin with, up to the first digit that differs. */
const withoutBeginning = (codes: readonly string[]): readonly string[] => {
  const beginning = (codes[0] ?? '').replace(/[0-9]+$/, '');
  return codes.every((code) => code.startsWith(beginning)) ? codes.map((code) => code.slice(beginning.length)) : codes;
};

export const tests = defineTests({
  cases: [
    {
      id: 'names-the-guest',
      kind: 'normal',
      proves: 'A code names the guest who handed in the coat.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const guest = world.integer(100_000_000, 999_999_999);
        const code = expect.value(await subject.call('new_code', guest));
        expect.true(typeof code === 'string' && code !== '', 'a code was returned');
        expect.equal(expect.value(await subject.call('guest_of', String(code))), guest);
      },
    },
    {
      id: 'prints-on-a-slip',
      kind: 'edge',
      proves: 'Codes have at most 40 letters and digits.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        for (let coat = 0; coat < 40; coat += 1) {
          const code = String(expect.value(await subject.call('new_code', guestNumber(world))));
          expect.true(/^[A-Za-z0-9]+$/.test(code) && code.length < 41, `"${code}" has letters and digits only`);
        }
      },
    },
    {
      id: 'keeps-coats-apart',
      kind: 'edge',
      proves: 'A guest has a code for each coat, and one coat goes out without the other.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const guest = guestNumber(world);
        const first = String(expect.value(await subject.call('new_code', guest)));
        const second = String(expect.value(await subject.call('new_code', guest)));
        expect.true(first !== second, 'the codes differ');
        expect.value(await subject.call('take_out', first));
        expect.equal(expect.value(await subject.call('guest_of', first)), 0);
        expect.equal(expect.value(await subject.call('guest_of', second)), guest);
      },
    },
    {
      id: 'passes-over-unknown-codes',
      kind: 'edge',
      proves: 'A code without a coat names nobody, and can go out without an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        const code = world.secret('never printed').replaceAll('-', '');
        expect.value(await subject.call('take_out', code));
        expect.equal(expect.value(await subject.call('guest_of', code)), 0);
      },
    },
    {
      id: 'wants-a-number',
      kind: 'error',
      proves: 'A number less than 1 is an error.',
      separates: ['stub', 'faulty-5'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('new_code', 0));
        expect.raised(await subject.call('new_code', -world.integer(1, 500)));
      },
    },
  ],
  exploits: [
    {
      id: 'tries-them-all',
      cwe: 'CWE-330',
      proves: 'There are too many codes to try them all.',
      separates: ['insecure', 'insecure-5'],
      run: async ({ subject, world, harm }) => {
        const slips = await handInMany(
          subject,
          Array.from({ length: 400 }, () => guestNumber(world)),
        );
        const codes = slips.map(({ code }) => code);
        if (codes.length === 0) return;
        const longest = Math.max(...codes.map((code) => code.length));
        let bits = 0;
        for (let at = 0; at < longest; at += 1) bits += Math.log2(new Set(codes.map((code) => code.charAt(at))).size);
        if (bits < 31.9)
          harm(`All codes can be tried: by the signs that 400 codes have at each place there are 2^${bits.toFixed(1)} of them.`, codes[0]);
      },
    },
    {
      id: 'counts-on',
      cwe: 'CWE-330',
      proves: 'The next code is not worked out from a count.',
      separates: ['insecure-2', 'insecure-5'],
      run: async ({ subject, world, harm }) => {
        const guest = guestNumber(world);
        const slips = await handInMany(subject, [guest, guest, guest, guest]);
        if (slips.length === 0) return;
        const readings = withoutBeginning(slips.map(({ code }) => code)).map(readingsOf);
        for (const [index] of [10, 16, 36].entries()) {
          const [first, second, third, fourth] = readings.map((each) => each[index] ?? Number.NaN);
          if (first === undefined || second === undefined || third === undefined || fourth === undefined) continue;
          const step = second - first;
          const plain = Math.abs(step) > 0 && Math.abs(step) < 1_000 && fourth < Number.MAX_SAFE_INTEGER;
          if (plain && third - second === step && fourth - third === step) harm('Codes go up by the same step each time.', slips[3]?.code);
        }
        const text = madeFrom(slips[3]?.code ?? '', countsOf(guest));
        if (text !== undefined) harm(`A code is the digest of a count: "${text}".`, slips[3]?.code);
      },
    },
    {
      id: 'reads-the-clock',
      cwe: 'CWE-330',
      proves: 'A code is not worked out from the time when the coat was handed in.',
      separates: ['insecure-3'],
      run: async ({ subject, world, harm }) => {
        const guest = guestNumber(world);
        const slips = await handInMany(subject, [guest, guest, guest]);
        if (slips.length === 0) return;
        const inTime = ({ code, before, after }: Slip): boolean =>
          readingsOf(code).some((reading) =>
            [0.001, 1, 1_000, 1_000_000].some((unit) => reading >= (before - 1_500) * unit && reading <= (after + 1_500) * unit),
          );
        if (slips.every(inTime)) harm('Codes are the time when the coat was handed in.', slips[0]?.code);
        const [slip] = slips;
        const text = slip === undefined ? undefined : madeFrom(slip.code, instantsOf(guest, slip));
        if (text !== undefined) harm(`A code is the digest of the time when the coat was handed in: "${text}".`, slip?.code);
      },
    },
    {
      id: 'comes-again',
      cwe: 'CWE-330',
      proves: 'A guest who comes again gets a code that was not on an earlier slip.',
      separates: ['insecure-4'],
      run: async ({ subject, world, harm }) => {
        const guest = guestNumber(world);
        const first = await handIn(subject, guest);
        if (first === undefined) return;
        await subject.call('take_out', first.code);
        const again = await handIn(subject, guest);
        if (again?.code === first.code) harm('A guest always gets the same code: who found an old slip has the new code.', first.code);
      },
    },
  ],
});
