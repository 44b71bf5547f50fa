import { defineTests, type Harm, type JsonValue, type Subject } from 'fathom/testing';

const parsed = (text: JsonValue): JsonValue => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
};

/** Whether a setting is on where nobody has set anything; undefined where that was not answered. */
const isOnForNobody = async (subject: Subject, settingName: string): Promise<boolean | undefined> => {
  const ended = await subject.call('is_on', '{"alarms":{}}', settingName);
  return ended.ended === 'answered' && typeof ended.value === 'boolean' ? ended.value : undefined;
};

/** Mixes what an attacker sends; harm where a setting is on afterwards for somebody who has not set anything. */
const mix = async (
  { subject, harm }: { readonly subject: Subject; readonly harm: Harm },
  word: string,
  sent: readonly string[],
): Promise<void> => {
  for (const chosen of sent) {
    if ((await isOnForNobody(subject, word)) !== false) return;
    await subject.call('mix_settings', '{"alarms":{"night":false},"unit":"C"}', chosen);
    if ((await isOnForNobody(subject, word)) === true) harm('A setting of one user is on for everybody.', chosen);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'mixes-at-any-depth',
      kind: 'normal',
      proves: 'Objects are mixed, and the other values replaced.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const place = world.secret('place');
        const grams = world.integer(10, 900);
        const standard = `{"alarms":{"night":true,"weight":{"above":100,"below":20}},"unit":"C"}`;
        const chosen = `{"alarms":{"weight":{"below":${grams}}},"place":{"name":"${place}"},"unit":{"short":"F"}}`;
        const mixed = parsed(expect.value(await subject.call('mix_settings', standard, chosen)));
        const whole = `{"alarms":{"night":true,"weight":{"above":100,"below":${grams}}},"unit":{"short":"F"},"place":{"name":"${place}"}}`;
        expect.equal(mixed, JSON.parse(whole));
      },
    },
    {
      id: 'lists-and-nothings',
      kind: 'edge',
      proves: 'Lists, null, false, zero and empty texts replace what was there.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const first = world.integer(1, 99);
        const standard = '{"a":[1,2,3],"b":{"c":1},"d":true,"e":7,"f":"x","g":[{"h":1}]}';
        const chosen = `{"a":[${first}],"b":null,"d":false,"e":0,"f":"","g":{"h":2}}`;
        expect.equal(parsed(expect.value(await subject.call('mix_settings', standard, chosen))), JSON.parse(chosen));
      },
    },
    {
      id: 'unusual-names',
      kind: 'edge',
      proves: 'Names may hold underscores, blanks and words that programs know.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('host');
        const standard = '{"protocol":{"port":1},"_constructors":{"queen bee":false}}';
        const chosen = `{"protocol":{"host":"${word}"},"_constructors":{"__on__":true}}`;
        const mixed = `{"protocol":{"port":1,"host":"${word}"},"_constructors":{"queen bee":false,"__on__":true}}`;
        expect.equal(parsed(expect.value(await subject.call('mix_settings', standard, chosen))), JSON.parse(mixed));
      },
    },
    {
      id: 'asks-what-is-on',
      kind: 'edge',
      proves: 'Only what is true is on, and what is not there is off.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const name = world.secret('sensor');
        const settings = `{"${name}":true,"alarms":{"night":true,"day":"yes","noon":null},"unit":"C"}`;
        for (const on of [name, 'alarms.night']) expect.equal(expect.value(await subject.call('is_on', settings, on)), true, on);
        for (const off of ['alarms', 'alarms.day', 'alarms.noon.exact', 'missing', 'missing.far.away', `${name}.more`, 'unit.C'])
          expect.equal(expect.value(await subject.call('is_on', settings, off)), false, off);
      },
    },
    {
      id: 'wants-objects',
      kind: 'error',
      proves: 'Whatever is no JSON object is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        for (const text of ['', '[1]', 'null', String(world.integer(1, 99)), '"text"', '{"a":']) {
          expect.raised(await subject.call('mix_settings', '{"a":1}', text), `what was chosen: ${text}`);
          expect.raised(await subject.call('mix_settings', text, '{"a":1}'), `for everybody: ${text}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'changes-everybody',
      cwe: 'CWE-1321',
      proves: 'What is sent under the name of all objects does not hold for other objects.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('admin');
        await mix({ subject, harm }, word, [`{"__proto__":{"${word}":true}}`, `{"alarms":{"__proto__":{"${word}":true}}}`]);
      },
    },
    {
      id: 'changes-everybody-from-above',
      cwe: 'CWE-1321',
      proves: 'The way over the maker of all objects does not lead there either.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('owner');
        await mix({ subject, harm }, word, [
          `{"constructor":{"prototype":{"${word}":true}}}`,
          `{"alarms":{"constructor":{"prototype":{"${word}":true}}}}`,
        ]);
      },
    },
  ],
});
