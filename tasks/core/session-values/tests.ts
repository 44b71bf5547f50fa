import { deflateSync } from 'node:zlib';
import { defineTests, type Expect, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

const roundTrip = async ({ subject, expect }: { readonly subject: Subject; readonly expect: Expect }, values: JsonValue): Promise<void> => {
  const text = expect.value(await subject.call('pack_values', values), 'packing');
  expect.true(typeof text === 'string' && /^[A-Za-z0-9_.=-]+$/.test(text), 'the text holds only letters, digits and _ - . =');
  expect.equal(expect.value(await subject.call('unpack_values', text), 'unpacking'), values, 'the unpacked values');
};

/** The ways in which a cookie may carry bytes. */
const cookiesOf = (content: string): readonly string[] => {
  const bytes = Buffer.from(content, 'latin1');
  return [bytes, deflateSync(bytes)].flatMap((each) => {
    const base64 = each.toString('base64');
    const url = base64.replaceAll('+', '-').replaceAll('/', '_');
    return [...new Set([base64, url, url.replace(/=+$/, ''), each.toString('hex')])];
  });
};

/** Sends cookies that try to make a file that nobody else would make; harm where one is there. */
const send = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  contents: readonly ((path: string) => string)[],
): Promise<void> => {
  for (const [index, contentFor] of contents.entries()) {
    const path = `/work/${world.secret(`mark ${index}`)}`;
    const content = contentFor(path);
    for (const cookie of [content, ...cookiesOf(content)]) {
      await subject.call('unpack_values', cookie);
      if (await world.exists(path)) harm("A visitor's cookie ran code on the server.", `${JSON.stringify(content)} made ${path}`);
    }
  }
};

const jsWays = ['require', 'process.mainModule.require', 'process.getBuiltinModule'];
const jsHosts = ['process', "this.constructor.constructor('return process')()"];

export const tests = defineTests({
  cases: [
    {
      id: 'flat-values',
      kind: 'normal',
      proves: 'Strings and numbers come back.',
      separates: ['stub', 'faulty'],
      run: (context) => roundTrip(context, { user: context.world.secret('user'), visits: context.world.integer(1, 999), price: 2.5 }),
    },
    {
      id: 'nested-values',
      kind: 'edge',
      proves: 'Lists and maps within each other come back, with true, false and none.',
      separates: ['stub', 'overblocking', 'overblocking-2'],
      run: (context) => {
        const item = { name: context.world.secret('item'), tags: ['a', [], {}], gift: true };
        return roundTrip(context, { cart: [item, { ...item, gift: false, note: null }], deep: { a: { b: { c: { d: [[[1]]] } } } } });
      },
    },
    {
      id: 'all-kinds-of-text',
      kind: 'edge',
      proves: 'Letters outside of ASCII, quotation marks and line ends come back.',
      separates: ['stub', 'overblocking', 'overblocking-3'],
      run: (context) => roundTrip(context, { text: `"Grüße" \\ 'x'\n🌱 ${context.world.secret('text')}`, ключ: '</script>' }),
    },
    {
      id: 'no-values',
      kind: 'edge',
      proves: 'An empty map comes back.',
      separates: ['stub-2'],
      run: (context) => roundTrip(context, {}),
    },
    {
      id: 'refuses-other-text',
      kind: 'error',
      proves: 'An empty or cut text is an error.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('unpack_values', ''), 'an empty text');
        const text = expect.value(await subject.call('pack_values', { user: world.secret('user'), visits: 12 }));
        if (typeof text === 'string') expect.raised(await subject.call('unpack_values', text.slice(0, text.length / 2)), 'half a text');
      },
    },
  ],
  exploits: [
    {
      id: 'cookie-with-a-python-object',
      cwe: 'CWE-502',
      proves: "A cookie can not bring objects of Python's own formats that run code.",
      separates: ['insecure', 'evasive'],
      only: ['python'],
      run: (context) =>
        send(context, [
          (path) => `cposix\nsystem\n(S'touch ${path}'\ntR.`,
          (path) => `cbuiltins\nopen\n(S'${path}'\nS'w'\ntR.`,
          (path) => `!!python/object/apply:os.system ["touch ${path}"]`,
        ]),
    },
    {
      id: 'cookie-with-a-python-expression',
      cwe: 'CWE-95',
      proves: 'A cookie can not bring an expression that is evaluated.',
      separates: ['insecure-2'],
      only: ['python'],
      run: (context) => send(context, [(path) => `__import__('os').system('touch ${path}')`, (path) => `{'a': open('${path}', 'w')}`]),
    },
    {
      id: 'cookie-with-a-javascript-expression',
      cwe: 'CWE-95',
      proves: 'A cookie can not bring an expression that is evaluated.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      only: ['javascript', 'typescript'],
      run: (context) =>
        send(context, [
          ...jsWays.map((way) => (path: string) => `${way}('fs').writeFileSync('${path}', 'x')`),
          ...jsHosts.map((host) => (path: string) => `{a: ${host}.getBuiltinModule('fs').writeFileSync('${path}', 'x')}`),
          ...jsHosts.map((host) => (path: string) => `{a: ${host}.binding('fs').writeFileUtf8('${path}', 'x', 577, 438)}`),
        ]),
    },
  ],
});
