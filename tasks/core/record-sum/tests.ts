import { bytes, defineTests, type Ended, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

type Entry = {
  readonly channel: number;
  readonly payload: readonly number[] /** Where it is not that of the payload. */;
  readonly stated?: number;
};

const encoded = (records: readonly Entry[], tail: readonly number[] = []): Uint8Array => {
  const all = records.flatMap(({ channel, payload, stated = payload.length }) => [channel, stated >> 8, stated & 0xff, ...payload]);
  return Uint8Array.from([...all, ...tail]);
};

const sumOf = (records: readonly Entry[], channel: number): number =>
  records.filter((record) => record.channel === channel).reduce((sum, { payload }) => payload.reduce((part, byte) => part + byte, sum), 0);

const ask = (subject: Subject, data: Uint8Array, channel: number): Promise<Ended<JsonValue>> =>
  subject.call('record_sum', bytes(data), channel);

const payload = (world: World, length: number): number[] => Array.from({ length }, () => world.integer(0, 255));

/** A whole record of high bytes: what it leaves in memory must not be read by the next call. */
const leave = async (subject: Subject, world: World): Promise<void> => {
  const high = Array.from({ length: 400 }, () => world.integer(200, 255));
  await ask(subject, encoded([{ channel: 5, payload: high }]), 5);
};

/** Calls with data that is cut; only -1 is right, and a sum of more bytes than were sent comes from elsewhere. */
const cut = async (subject: Subject, data: Uint8Array, channel: number, harm: Harm): Promise<void> => {
  const got = await ask(subject, data, channel);
  const most = data.reduce((sum, byte) => sum + byte, 0);
  if (got.ended === 'answered' && typeof got.value === 'number' && got.value > most) {
    harm('Bytes behind the end of the data were added up.', `${got.value} from ${data.length} bytes that sum up to ${most}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'adds-up-a-channel',
      kind: 'normal',
      proves: 'The payloads of one channel are added up among records of others.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const channel = world.integer(3, 200);
        const records = [2, channel, 255, channel, 0, channel].map((each, n) => ({ channel: each, payload: payload(world, 3 + n) }));
        const data = encoded(records);
        for (const each of [channel, 2, 0, 255])
          expect.equal(expect.value(await ask(subject, data, each)), sumOf(records, each), `channel ${each}`);
        expect.equal(expect.value(await ask(subject, data, 1)), 0, 'a channel without records');
      },
    },
    {
      id: 'reads-long-and-empty-payloads',
      kind: 'edge',
      proves: 'Both bytes of the length count, empty payloads are records, and no data is no record.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const records = [0, 300, 1, 1000, 0, 256].map((length) => ({
          channel: 9,
          payload: payload(world, length + (length > 1 ? world.integer(0, 40) : 0)),
        }));
        expect.equal(expect.value(await ask(subject, encoded(records), 9)), sumOf(records, 9), 'the sum');
        expect.equal(expect.value(await ask(subject, new Uint8Array(), 9)), 0, 'no data');
        expect.equal(expect.value(await ask(subject, encoded([{ channel: 9, payload: [] }]), 9)), 0, 'one empty record');
      },
    },
    {
      id: 'refuses-what-is-no-record',
      kind: 'error',
      proves: 'A lone byte at the end, a cut record of another channel, and channels that there are not are refused.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const records = [{ channel: 7, payload: payload(world, 4) }];
        expect.equal(expect.value(await ask(subject, encoded(records, [7]), 7)), -1, 'a lone byte at the end');
        expect.equal(
          expect.value(await ask(subject, encoded([...records, { channel: 8, payload: [1, 2], stated: world.integer(40, 90) }]), 7)),
          -1,
          'a cut record',
        );
        for (const channel of [-1, 256, 263])
          expect.equal(expect.value(await ask(subject, encoded(records), channel)), -2, `channel ${channel}`);
      },
    },
  ],
  exploits: [
    {
      id: 'long-payload',
      cwe: 'CWE-125',
      proves: 'A stated length beyond the data makes the function read behind it.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        await leave(subject, world);
        for (const missing of [8, 40, 300, 5000]) {
          const sent = payload(world, world.integer(1, 9));
          const records = [
            { channel: 5, payload: payload(world, world.integer(60, 90)) },
            { channel: 5, payload: sent, stated: sent.length + missing + world.integer(0, 7) },
          ];
          await cut(subject, encoded(records), 5, harm);
        }
      },
    },
    {
      id: 'a-few-bytes-short',
      cwe: 'CWE-125',
      proves: 'A payload that lacks one to three bytes makes the function read behind the data.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      async run({ subject, world, harm }) {
        await leave(subject, world);
        for (const missing of [1, 2, 3]) {
          const sent = payload(world, world.integer(1, 20));
          await cut(subject, encoded([{ channel: 5, payload: sent, stated: sent.length + missing }]), 5, harm);
        }
      },
    },
    {
      id: 'length-above-the-sign',
      cwe: 'CWE-125',
      proves: 'A stated length of 32768 and more, negative where it is held in 16 bits, leads to bytes before the data.',
      separates: ['insecure', 'evasive'],
      async run({ subject, world }) {
        // What was read before the data is seen by the sanitizers; no value is expected.
        for (const back of [4, 5, 6, 8, 11, 13]) {
          const sent = payload(world, world.integer(20, 30));
          await ask(subject, encoded([{ channel: 5, payload: sent, stated: 65536 - back }]), 5);
        }
      },
    },
  ],
});
