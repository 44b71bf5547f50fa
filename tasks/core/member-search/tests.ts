import { defineTests, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

const member = (name: string, town: string, hidden: 0 | 1 = 0, note = ''): JsonValue => ({ name, town, hidden, note });

/** Sets up a club with a hidden member and a secret note, and searches; harm where either shows up. */
const search = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  database: string,
  questions: readonly (readonly [text: string, order: string])[],
): Promise<void> => {
  const hidden = world.secret('hidden');
  const note = world.secret('note');
  await subject.call('set_up', database, [member('Ada Byron', 'London', 0, note), member(hidden, 'Leeds', 1), member('Bo Li', 'York')]);
  for (const [text, order] of questions) {
    const ended = await subject.call('search_members', database, text, order);
    const shown = ended.ended === 'answered' ? JSON.stringify(ended.value) : '';
    if (shown.includes(hidden)) harm('A hidden member was listed.', `the search ${JSON.stringify([text, order])} listed ${hidden}`);
    if (shown.includes(note)) harm('A note was listed.', `the search ${JSON.stringify([text, order])} listed ${note}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'finds-by-part-of-name',
      kind: 'normal',
      proves: 'Visible members are found by a part of the name, whatever its case, in the order asked for.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const town = world.secret('town');
        const members = [
          member('Carla Diaz', 'Bath'),
          member('Dia Karlsson', town),
          member('Max Frisch', 'Bath'),
          member('Odia Hidden', 'Bath', 1),
        ];
        expect.value(await subject.call('set_up', '/work/club-1.db', members));
        const found = expect.value(await subject.call('search_members', '/work/club-1.db', 'dia', '-name'));
        expect.equal(found, [
          { name: 'Dia Karlsson', town },
          { name: 'Carla Diaz', town: 'Bath' },
        ]);
      },
    },
    {
      id: 'sorts-by-town',
      kind: 'edge',
      proves: 'An empty text finds every visible member; both columns sort both ways.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, expect }) => {
        await subject.call('set_up', '/work/club-2.db', [member('B', 'x'), member('A', 'z'), member('C', 'y')]);
        const names = async (order: string): Promise<JsonValue> => {
          const rows = expect.value(await subject.call('search_members', '/work/club-2.db', '', order));
          return Array.isArray(rows)
            ? rows.map((row: JsonValue) => (typeof row === 'object' && row !== null && 'name' in row ? row.name : null))
            : rows;
        };
        expect.equal(await names('town'), ['B', 'C', 'A'], 'by town');
        expect.equal(await names('-town'), ['A', 'C', 'B'], 'by town, descending');
        expect.equal(await names('name'), ['A', 'B', 'C'], 'by name');
      },
    },
    {
      id: 'percent-is-a-sign',
      kind: 'edge',
      proves: 'A percent sign and an underscore mean themselves.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, expect }) => {
        await subject.call('set_up', '/work/club-4.db', [member('Team 100% Fun', 'Hull'), member('Team 100 Fun', 'Hull')]);
        const found = expect.value(await subject.call('search_members', '/work/club-4.db', '0% F', 'name'));
        expect.equal(found, [{ name: 'Team 100% Fun', town: 'Hull' }]);
      },
    },
    {
      id: 'refuses-unknown-order',
      kind: 'error',
      proves: 'Another order is an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, expect }) => {
        await subject.call('set_up', '/work/club-5.db', [member('A', 'x')]);
        expect.raised(await subject.call('search_members', '/work/club-5.db', '', 'age'));
      },
    },
  ],
  exploits: [
    {
      id: 'text-becomes-a-condition',
      cwe: 'CWE-89',
      proves: 'The search text can not change which members are listed.',
      separates: ['insecure', 'evasive', 'insecure-3'],
      run: (context) =>
        search(
          context,
          '/work/raid-1.db',
          [
            "' OR 1=1 --",
            "%' OR 1=1 --",
            "') OR 1=1 --",
            "%') OR 1=1 --",
            "', '') >= 0 OR 1=1 --",
            "') > 0 OR 1=1 --",
            "')) OR 1=1 --",
            "'))) OR 1=1 --",
          ].map((text) => [text, 'name'] as const),
        ),
    },
    {
      id: 'text-becomes-a-second-question',
      cwe: 'CWE-89',
      proves: 'The search text can not fetch other columns.',
      separates: ['insecure', 'evasive', 'insecure-4'],
      run: (context) =>
        search(
          context,
          '/work/raid-2.db',
          ["'", "')", "'))", "%'", "%')", "') > 0", "')) > 0"].map(
            (end) => [`${end} UNION SELECT note, name FROM member --`, 'name'] as const,
          ),
        ),
    },
    {
      id: 'order-becomes-a-question',
      cwe: 'CWE-89',
      proves: 'The order can not reveal what is stored.',
      separates: ['insecure-2'],
      run: async (context) => {
        // The order of two visible members tells one bit about the note: enough to read it letter by letter.
        const { subject, world, harm } = context;
        const note = world.secret('note');
        const database = '/work/raid-3.db';
        await subject.call('set_up', database, [member('Ada Byron', 'London', 0, note), member('Bo Li', 'York')]);
        const first = async (condition: string, hyphen: string): Promise<string> => {
          const question = `SELECT count(*) FROM member WHERE note LIKE '${condition}%' AND note <> ''`;
          const ended = await subject.call(
            'search_members',
            database,
            '',
            `${hyphen}name = (CASE WHEN (${question}) > 0 THEN 'Ada Byron' ELSE 'Bo Li' END)`,
          );
          return ended.ended === 'answered' ? JSON.stringify(ended.value).slice(0, 24) : 'refused';
        };
        const letters = 'abcdefghijklmnopqrstuvwxyz-';
        for (const hyphen of ['-', '']) {
          let known = '';
          const no = await first('?', hyphen);
          while (known.length < 6) {
            const next: string[] = [];
            for (const letter of letters) if (next.length === 0 && (await first(known + letter, hyphen)) !== no) next.push(letter);
            if (next.length === 0) break;
            known += next.join('');
          }
          if (known.length >= 6 && note.startsWith(known))
            harm('A note was read letter by letter through the order of the members.', `it begins with ${known}`);
        }
      },
    },
  ],
});
