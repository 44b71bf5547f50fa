import { createHash, createHmac } from 'node:crypto';
import { bytes, defineTests, type Subject, type World } from 'fathom/testing';

const keyOf = (world: World, name: string): Buffer => createHash('sha256').update(world.secret(name)).digest();

const hashes = { hs256: 'sha256', hs512: 'sha512' } as const;

const signed = (key: Buffer, method: keyof typeof hashes, text: string): string =>
  `${method}:${createHmac(hashes[method], key).update(text).digest('hex')}:${text}`;

/** Whether the harbour takes the bulletin, with this text. */
const takes = async (subject: Subject, key: Buffer, bulletin: string, text: string): Promise<boolean> => {
  const ended = await subject.call('read_bulletin', bytes(key), bulletin);
  return ended.ended === 'answered' && ended.value === text;
};

/** A genuine bulletin that the harbour takes; undefined where it takes none. */
const genuine = async (subject: Subject, key: Buffer, text: string): Promise<string | undefined> => {
  const bulletin = signed(key, 'hs256', text);
  return (await takes(subject, key, bulletin, text)) ? bulletin : undefined;
};

export const tests = defineTests({
  cases: [
    {
      id: 'signs-as-agreed',
      kind: 'normal',
      proves: 'A bulletin is written with either method.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key for writing');
        for (const method of ['hs256', 'hs512'] as const) {
          const text = `${world.secret(`written ${method}`)}: Bølger på 9 m`;
          expect.equal(expect.value(await subject.call('write_bulletin', bytes(key), method, text)), signed(key, method, text));
        }
      },
    },
    {
      id: 'reads-genuine-ones',
      kind: 'normal',
      proves: 'A signed bulletin is read, whatever signs its text has.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key for reading');
        for (const method of ['hs256', 'hs512'] as const) {
          const text = `${world.secret(`read ${method}`)}: wind 8:30 h, 12 m\nnext at 11:00 – 海`;
          expect.equal(expect.value(await subject.call('read_bulletin', bytes(key), signed(key, method, text))), text);
        }
      },
    },
    {
      id: 'writes-one-for-the-screens',
      kind: 'edge',
      proves: 'With the method none the second part is empty.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const text = world.secret('for a screen');
        expect.equal(expect.value(await subject.call('write_bulletin', bytes(keyOf(world, 'unused key')), 'none', text)), `none::${text}`);
      },
    },
    {
      id: 'knows-three-methods',
      kind: 'error',
      proves: 'Another method is an error when a bulletin is written.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('write_bulletin', bytes(keyOf(world, 'any key')), world.secret('method'), world.secret('text')));
      },
    },
    {
      id: 'refuses-other-lines',
      kind: 'error',
      proves: 'A line that is no bulletin, and one of another method, are errors.',
      separates: ['stub', 'faulty-5'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key for noise');
        expect.raised(await subject.call('read_bulletin', bytes(key), world.secret('no bulletin')));
        expect.raised(await subject.call('read_bulletin', bytes(key), `${world.secret('method')}:00:${world.secret('text')}`));
      },
    },
  ],
  exploits: [
    {
      id: 'claims-no-method',
      cwe: 'CWE-347',
      proves: 'A bulletin that says of itself that it is not signed is not taken.',
      separates: ['insecure'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of the harbour');
        const seen = await genuine(subject, key, world.secret('genuine'));
        if (seen === undefined) return;
        const signature = seen.split(':')[1] ?? '';
        const text = world.secret('no storm at all');
        for (const begin of ['none:', `none:${signature}`, 'None:', 'NONE:', ':', 'none:none']) {
          const bulletin = `${begin}:${text}`;
          if (await takes(subject, key, bulletin, text)) harm('A bulletin without a signature was taken for genuine.', bulletin);
        }
      },
    },
    {
      id: 'changes-the-text',
      cwe: 'CWE-347',
      proves: 'A bulletin with a signature of another text, or with a made-up one, is not taken.',
      separates: ['insecure-2'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of another harbour');
        const seen = await genuine(subject, key, world.secret('seen'));
        if (seen === undefined) return;
        const text = world.secret('changed');
        const foreign = signed(keyOf(world, 'key of the sender'), 'hs256', text);
        const bare = `hs256:${createHash('sha256').update(text).digest('hex')}:${text}`;
        for (const bulletin of [
          `hs256:${seen.split(':')[1]}:${text}`,
          `hs256:${'0'.repeat(64)}:${text}`,
          `hs512:${'0'.repeat(128)}:${text}`,
          foreign,
          bare,
        ]) {
          if (await takes(subject, key, bulletin, text))
            harm('A bulletin was taken for genuine whose signature is not one of its text.', bulletin);
        }
      },
    },
    {
      id: 'shortens-the-signature',
      cwe: 'CWE-347',
      proves: 'A piece of a signature is no signature.',
      separates: ['insecure-3'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of a third harbour');
        if ((await genuine(subject, key, world.secret('seen elsewhere'))) === undefined) return;
        const text = world.secret('made up');
        for (const method of ['hs256', 'hs512']) {
          for (const piece of ['', ...'0123456789abcdef']) {
            const bulletin = `${method}:${piece}:${text}`;
            if (await takes(subject, key, bulletin, text))
              harm('A bulletin was taken for genuine because its signature began right.', bulletin);
          }
        }
      },
    },
  ],
});
