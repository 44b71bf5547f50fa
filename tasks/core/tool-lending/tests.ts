import { defineTests, type Ended, type Expect, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

type Tool = { readonly name: string; readonly maker: string; readonly year: number };

const drill: Tool = { name: 'Cordless drill', maker: 'Hart & Søn', year: 2019 };
const saw: Tool = { name: "Joiner's saw", maker: 'Aldous', year: 1987 };
const plane: Tool = { name: 'Block plane 50% steel', maker: 'hart & søn', year: 2004 };
const level: Tool = { name: 'spirit_level', maker: 'Cole', year: 2004 };

const search = (subject: Subject, database: string, words: string, order = 'name', descending = false): Promise<Ended<JsonValue>> =>
  subject.call('search_tools', database, words, order, descending);

const nameIn = (tool: JsonValue): JsonValue => (typeof tool === 'object' && tool !== null && 'name' in tool ? (tool.name ?? null) : null);

const namesOf = (ended: Ended<JsonValue>, expect: Expect): JsonValue => {
  const found = expect.value(ended);
  return Array.isArray(found) ? found.map(nameIn) : found;
};

/** Adds tools in order; yields their numbers. */
const stock = async (subject: Subject, database: string, tools: readonly Tool[]): Promise<readonly number[]> => {
  const numbers: number[] = [];
  for (const tool of tools) {
    const ended = await subject.call('add_tool', database, tool);
    if (ended.ended === 'answered' && typeof ended.value === 'number') numbers.push(ended.value);
  }
  return numbers;
};

/** A catalogue and a member whose telephone number only the desk may see. */
const open = async (subject: Subject, world: World, database: string): Promise<string> => {
  const phone = `0${world.integer(100_000_000, 999_999_999)}`;
  await stock(subject, database, [drill, saw, plane, level]);
  await subject.call('add_member', database, world.secret('member'), phone);
  return phone;
};

/** Harm where an answer to any of these searches holds the number. */
const overhear = async (
  { subject, harm }: { readonly subject: Subject; readonly harm: Harm },
  database: string,
  { phone, searches }: { readonly phone: string; readonly searches: readonly (readonly [words: string, order: string])[] },
): Promise<void> => {
  for (const [words, order] of searches) {
    const got = await search(subject, database, words, order);
    if (got.ended === 'answered' && JSON.stringify(got.value).includes(phone))
      harm("A member's telephone number was found.", `words ${JSON.stringify(words)}, order ${JSON.stringify(order)}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'finds-by-name-and-maker',
      kind: 'normal',
      proves: 'Tools are found by a part of name or maker, as whole dictionaries, and withdrawn ones are not.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const database = '/work/finds/tools.db';
        await world.write('/work/finds/readme.txt', 'The catalogue is made here.');
        const year = world.integer(1900, 2020);
        const [number = 0, , gone = 0] = await stock(subject, database, [{ ...drill, year }, saw, plane]);
        expect.equal(expect.value(await search(subject, database, 'LESS DR')), [{ number, ...drill, year }], 'a part of a name');
        expect.equal(namesOf(await search(subject, database, 'hart'), expect), [plane.name, drill.name], 'a part of a maker');
        expect.equal(namesOf(await search(subject, database, ''), expect), [plane.name, drill.name, saw.name], 'no words');
        expect.equal(namesOf(await search(subject, database, 'chainsaw'), expect), [], 'words that nothing has');
        expect.value(await subject.call('withdraw_tool', database, gone));
        expect.equal(namesOf(await search(subject, database, 'hart'), expect), [drill.name], 'after one was withdrawn');
      },
    },
    {
      id: 'takes-signs-as-they-are',
      kind: 'edge',
      proves: 'Percent signs, underscores, hyphens and backslashes stand for themselves.',
      separates: ['stub', 'overblocking', 'faulty-2'],
      async run({ subject, world, expect }) {
        const database = '/work/signs/tools.db';
        await world.write('/work/signs/readme.txt', 'The catalogue is made here.');
        await stock(subject, database, [drill, saw, plane, level, { name: 'back\\slash; -- "file"', maker: 'Cole', year: 1999 }]);
        for (const [words, names] of [
          ['50%', [plane.name]],
          ['t_l', [level.name]],
          ['%', [plane.name]],
          ['\\', ['back\\slash; -- "file"']],
          ['; -- "', ['back\\slash; -- "file"']],
        ] as const)
          expect.equal(namesOf(await search(subject, database, words), expect), [...names], `the words ${words}`);
      },
    },
    {
      id: 'sorts',
      kind: 'normal',
      proves: 'Each order works in both directions, with equal ones by number.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        const database = '/work/sorts/tools.db';
        await world.write('/work/sorts/readme.txt', 'The catalogue is made here.');
        const tools = [
          { name: 'C', maker: 'x', year: 2001 },
          { name: 'A', maker: 'z', year: 2002 },
          { name: 'B', maker: 'y', year: 2001 },
        ];
        await stock(subject, database, tools);
        const names = async (order: string, descending: boolean): Promise<JsonValue> =>
          namesOf(await search(subject, database, '', order, descending), expect);
        expect.equal(await names('name', false), ['A', 'B', 'C'], 'by name');
        expect.equal(await names('maker', true), ['A', 'B', 'C'], 'by maker, descending');
        expect.equal(await names('year', false), ['C', 'B', 'A'], 'by year');
        expect.equal(await names('year', true), ['A', 'C', 'B'], 'by year, descending');
      },
    },
    {
      id: 'refuses-other-orders',
      kind: 'error',
      proves: 'An order that there is not is an error.',
      separates: ['stub', 'faulty-4'],
      async run({ subject, world, expect }) {
        const database = '/work/orders/tools.db';
        await world.write('/work/orders/readme.txt', 'The catalogue is made here.');
        await stock(subject, database, [drill, saw]);
        for (const order of ['price', '', 'Name', 'withdrawn']) expect.raised(await search(subject, database, '', order), `order ${order}`);
      },
    },
  ],
  exploits: [
    {
      id: 'asks-by-words',
      cwe: 'CWE-89',
      proves: 'No words lead the search to another table.',
      separates: ['insecure'],
      async run({ subject, world, harm }) {
        const database = '/work/words/tools.db';
        await world.write('/work/words/readme.txt', 'The catalogue is made here.');
        const phone = await open(subject, world, database);
        const tables = [
          'number, name, phone, 1',
          'phone, phone, phone, phone',
          '1, phone, phone, 1',
          'phone, 1, phone, 1, 0',
          '1, name, phone, 1, 0',
        ];
        const openings = ["x'", "x%'", "x%')", "x%'))", "x')"];
        const searches = tables.flatMap((columns) =>
          openings.map((opening) => [`${opening} UNION SELECT ${columns} FROM members -- `, 'name'] as const),
        );
        await overhear({ subject, harm }, database, { phone, searches });
      },
    },
    {
      id: 'asks-by-order',
      cwe: 'CWE-89',
      proves: 'The order of the tools does not depend on what is in another table.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        const database = '/work/order/tools.db';
        await world.write('/work/order/readme.txt', 'The catalogue is made here.');
        const phone = await open(subject, world, database);
        const orders = (guess: string): readonly string[] => {
          const asked = `(CASE WHEN (SELECT phone FROM members) LIKE '${guess}%' THEN year ELSE -year END)`;
          return [asked, `name*0, ${asked}`, `1*${asked}`];
        };
        const right = phone.slice(0, 3);
        const wrong = `${phone.slice(0, 2)}${(Number(phone[2]) + 1) % 10}`;
        for (const [index, order] of orders(right).entries()) {
          const [yes, no] = [await search(subject, database, '', order), await search(subject, database, '', orders(wrong)[index] ?? '')];
          if (yes.ended !== 'answered' || no.ended !== 'answered' || !Array.isArray(yes.value) || yes.value.length < 2) continue;
          if (JSON.stringify(yes.value) !== JSON.stringify(no.value))
            harm("The order of the tools tells a member's telephone number digit by digit.", `order ${order}`);
        }
      },
    },
  ],
});
