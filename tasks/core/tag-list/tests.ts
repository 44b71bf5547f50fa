import { defineTests, type Expect, type Subject } from 'fathom/testing';

const checkAll = async (
  { subject, expect }: { readonly subject: Subject; readonly expect: Expect },
  texts: readonly string[],
  valid: boolean,
): Promise<void> => {
  for (const text of texts) {
    expect.equal(
      expect.value(await subject.call('valid_tags', text)),
      valid,
      `whether ${JSON.stringify(text.slice(0, 60))} is a list of tags`,
    );
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'usual-lists',
      kind: 'normal',
      proves: 'Lists of tags are accepted.',
      separates: ['stub', 'faulty'],
      run: (context) => checkAll(context, ['sea', `sea, new-york-${context.world.integer(1, 9_999)},b-w`, '  a , b-2  ', 'A1-b2-C3'], true),
    },
    {
      id: 'long-lists',
      kind: 'edge',
      proves: 'A list may have five thousand characters, in one tag or many.',
      separates: ['stub', 'overblocking'],
      run: (context) =>
        checkAll(context, ['sea-2024, '.repeat(499).concat('sea-2024'), 'ab-'.repeat(1_600).concat('ab'), 'a'.repeat(5_000)], true),
    },
    {
      id: 'other-texts',
      kind: 'error',
      proves: 'Other texts are refused.',
      separates: ['stub-2'],
      run: (context) =>
        checkAll(
          context,
          ['', ' ', ',', 'a,', ',a', 'a,,b', '-a', 'a-', 'a--b', 'a b', 'sea;b', 'größe', 'a\n', 'a_b', `${context.world.secret('tag')}!`],
          false,
        ),
    },
  ],
  exploits: [
    {
      id: 'word-that-never-ends',
      cwe: 'CWE-1333',
      proves: 'A long word with a wrong sign at its end is refused in no time.',
      separates: ['insecure', 'evasive'],
      timeoutIsHarm: true,
      run: async ({ subject }) => {
        for (const sign of ['!', '-', '_']) await subject.call('valid_tags', 'a'.repeat(60) + sign);
      },
    },
    {
      id: 'blanks-that-never-end',
      cwe: 'CWE-1333',
      proves: 'Many blanks or tags before a wrong sign are refused in no time.',
      separates: ['insecure-2'],
      timeoutIsHarm: true,
      run: async ({ subject }) => {
        await subject.call('valid_tags', `a${' '.repeat(4_900)}!`);
        await subject.call('valid_tags', `a${' ,a'.repeat(40)}!`);
        await subject.call('valid_tags', `${' '.repeat(60)}!`);
      },
    },
  ],
});
