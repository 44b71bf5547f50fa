import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../../src/schemas/configuration.ts';
import { explainIssue } from '../../src/schemas/explain-issue.ts';

const messagesOf = (value: unknown): readonly string[] => {
  const checked = configurationSchema.safeParse(value);
  return checked.success
    ? []
    : checked.error.issues.flatMap((issue) =>
        explainIssue(issue, value, configurationSchema).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`),
      );
};

const tool = { id: 'mine', command: ['my-tool', '{folder}'], languages: ['python'] };

describe('sarif-tools', () => {
  it('takes an entry of three lines, and one with everything', () => {
    expect(messagesOf({ 'sarif-tools': [tool] })).toEqual([]);
    const all = {
      ...tool,
      id: 'other',
      command: ['t', '{files}', '{output}'],
      family: 'f',
      version: ['t', 'v'],
      'exit-codes': [0, 3],
      evidence: 'probe',
      control: 'CWE-89',
      'time-limit': 60,
      'only-when-named': 'it uploads code',
    };
    expect(messagesOf({ 'sarif-tools': [tool, all] })).toEqual([]);
  });

  it.each([
    ['a name in capitals', { id: 'My Tool' }, /sarif-tools\.0\.id: .*such as my-tool.*"My Tool"/],
    ['a command that never names the files', { command: ['my-tool', '.'] }, /sarif-tools\.0\.command: .*\{folder\}.*\{files\}/],
    ['an unknown language', { languages: ['pyton'] }, /sarif-tools\.0\.languages\.0: .*"pyton".*python/],
    ['no language', { languages: [] }, /sarif-tools\.0\.languages: .*at least 1/],
    ['a misspelt key', { familly: 'x' }, /sarif-tools\.0\.familly: .*family/],
    ['an unknown kind of evidence', { evidence: 'trust' }, /sarif-tools\.0\.evidence: .*artifacts.*"trust"/],
    ['an exit code that there is not', { 'exit-codes': [256] }, /sarif-tools\.0\.exit-codes\.0: .*255/],
  ])('refuses %s, and says what was expected', (_, change, message) => {
    expect(messagesOf({ 'sarif-tools': [{ ...tool, ...change }] }).join('\n')).toMatch(message);
  });

  it('refuses two entries of one id', () => {
    expect(messagesOf({ 'sarif-tools': [tool, tool] }).join('\n')).toMatch(/sarif-tools\.1\.id: .*"mine" stands above already/);
  });
});

describe('own-tools', () => {
  it('refuses a tool that there is not, with the nearest one', () => {
    expect(messagesOf({ 'own-tools': { codql: {} } }).join('\n')).toMatch(/own-tools\.codql: .*codeql/);
  });

  it('refuses a token: it belongs in the environment', () => {
    expect(messagesOf({ 'own-tools': { sonarqube: { token: 'x' } } }).join('\n')).toMatch(/own-tools\.sonarqube\.token: .*token-env/);
  });
});
