import { bytes, defineTests, type Expect, type Subject, type World } from 'fathom/testing';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ';

const letters = (world: World, length: number): string => Array.from({ length }, () => plain[world.integer(0, plain.length - 1)]).join('');

/** Signs of the range, none of which is a letter, a digit or a space. */
const signs = (world: World, length: number, least: number, most: number): string =>
  Array.from({ length }, () => String.fromCharCode(world.integer(least, most))).join('');

const printed = (byte: number): string => {
  const sign = String.fromCharCode(byte);
  return plain.includes(sign) ? sign : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
};

const sheetOf = (message: Buffer): string => {
  const rows = [''];
  for (const part of Array.from(message, printed)) {
    if ((rows.at(-1) ?? '').length + part.length > 40) rows.push('');
    rows.push((rows.pop() ?? '') + part);
  }
  return rows.join('\n');
};

const expectSheet = async (subject: Subject, expect: Expect, text: string): Promise<void> => {
  const message = Buffer.from(text, 'latin1');
  expect.equal(expect.value(await subject.call('telex_sheet', bytes(message))), sheetOf(message), `the sheet of ${message.length} bytes`);
};

export const tests = defineTests({
  cases: [
    {
      id: 'prints-letters-and-marks',
      kind: 'normal',
      proves: 'Letters, digits and spaces stay, other signs become marks in capitals.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        for (let n = 0; n < 4; n += 1)
          await expectSheet(
            subject,
            expect,
            `${letters(world, world.integer(6, 12))}${signs(world, 2, 0x3a, 0x3f)}${letters(world, 8)}${signs(world, 1, 0x2a, 0x2f)}`,
          );
      },
    },
    {
      id: 'begins-new-rows',
      kind: 'edge',
      proves: 'A mark that has no room left stands in the next row.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        for (let n = 0; n < 4; n += 1) {
          const first = letters(world, world.integer(38, 39));
          const rows = Array.from(
            { length: world.integer(1, 9) },
            () => signs(world, 1, 0x21, 0x29) + letters(world, world.integer(35, 36)),
          );
          await expectSheet(subject, expect, `${first}${rows.join('')}${signs(world, 1, 0x21, 0x29)}`);
        }
      },
    },
    {
      id: 'prints-every-byte',
      kind: 'edge',
      proves: 'Zero bytes and bytes above 127 become marks, and no bytes give no text.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const one = (): string => letters(world, world.integer(2, 4));
        await expectSheet(subject, expect, `${one()}\0${one()}${signs(world, 1, 0x80, 0x89)}${one()}`);
        await expectSheet(subject, expect, `${one()}${signs(world, 1, 0x80, 0x89)}${one()}\0${one()}`);
        await expectSheet(subject, expect, '');
      },
    },
  ],
  exploits: [
    {
      id: 'nothing-but-marks',
      cwe: 'CWE-131',
      proves: 'A message of which every byte becomes a mark does not need more room than there is.',
      separates: ['insecure'],
      run: async ({ subject, world }) => {
        for (const most of [8, 26, 60, 130, 300, 900, 4000]) {
          for (const least of [0, 0x80]) {
            const text = signs(world, world.integer(Math.ceil(most / 2), most), least, least + 0x1f);
            await subject.call('telex_sheet', bytes(Buffer.from(text, 'latin1')));
          }
        }
      },
    },
    {
      id: 'rows-filled-to-the-end',
      cwe: 'CWE-193',
      proves: 'A row that is filled to its last character is not written beyond it.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (const most of [40, 41, 80, 120, 300, 900, 4000]) {
          const text = letters(world, most < 80 ? most : world.integer(Math.ceil(most / 2), most));
          await subject.call('telex_sheet', bytes(text));
          await subject.call('telex_sheet', bytes(letters(world, 37) + signs(world, 1, 0x21, 0x2f) + text));
        }
      },
    },
  ],
});
