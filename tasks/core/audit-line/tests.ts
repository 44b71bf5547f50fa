import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

/** Logs what an attacker typed; harm where a reader of the log sees a line about somebody else. */
const forge = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  textsFor: (victim: string) => readonly string[],
): Promise<void> => {
  const victim = world.secret('victim');
  for (const text of textsFor(victim)) {
    for (const [user, action] of [
      [text, 'in'],
      ['mallory', text],
    ] as const) {
      const ended = await subject.call('audit_line', user, action);
      if (ended.ended !== 'answered' || typeof ended.value !== 'string') continue;
      const forged = ended.value
        .split(/\r\n|\n|\r/)
        .slice(1)
        .find((line) => line.startsWith(`user=${victim} `));
      if (forged !== undefined)
        harm('A user forged a line about somebody else.', `${JSON.stringify(ended.value)} shows the line ${forged}`);
    }
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'writes-a-line',
      kind: 'normal',
      proves: 'User and action are written as they are.',
      separates: ['stub', 'overblocking', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const user = world.secret('user');
        const action = `moved ${world.integer(2, 99)} boxes (Größe „L“, 50 %) to shelf A=7; done!`;
        expect.equal(expect.value(await subject.call('audit_line', user, action)), `user="${user}" action="${action}"`);
      },
    },
    {
      id: 'quotation-marks',
      kind: 'edge',
      proves: 'Quotation marks and backslashes are written with a backslash.',
      separates: ['stub', 'overblocking', 'faulty-2'],
      run: async ({ subject, expect }) => {
        expect.equal(expect.value(await subject.call('audit_line', 'Jo "J" \\', 'a\\"b')), 'user="Jo \\"J\\" \\\\" action="a\\\\\\"b"');
      },
    },
    {
      id: 'reads-users-back',
      kind: 'edge',
      proves: 'The users of a log are read back as they were typed.',
      separates: ['stub', 'overblocking', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const users = [world.secret('one'), 'Jo "J" \\', 'a" action="b', ''];
        const lines: string[] = [];
        for (const user of users) {
          const line = expect.value(await subject.call('audit_line', user, 'user="x" came'));
          lines.push(typeof line === 'string' ? line : '');
        }
        expect.equal(expect.value(await subject.call('users_of', lines.join('\n'))), users);
      },
    },
    {
      id: 'empty-log',
      kind: 'edge',
      proves: 'An empty log has no users.',
      separates: ['stub-2'],
      run: async ({ subject, expect }) => {
        expect.equal(expect.value(await subject.call('users_of', '')), []);
      },
    },
  ],
  exploits: [
    {
      id: 'line-feed',
      cwe: 'CWE-117',
      proves: 'A line feed in a text does not begin a line of the log.',
      separates: ['insecure', 'insecure-3'],
      run: (context) => forge(context, (victim) => [`x\nuser=${victim} action=opened the safe`, `\nuser=${victim} action=in`]),
    },
    {
      id: 'carriage-return',
      cwe: 'CWE-117',
      proves: 'A carriage return, which many readers take for a line end, does not begin one either.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      run: (context) => forge(context, (victim) => [`x\ruser=${victim} action=opened the safe`, `x\n\ruser=${victim} action=in`]),
    },
  ],
});
