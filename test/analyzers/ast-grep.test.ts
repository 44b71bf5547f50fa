import { describe, expect, it } from 'vitest';
import { syntaxRules } from '../../src/analyzers/ast-grep/rules/index.ts';
import { astGrep } from '../../src/analyzers/ast-grep.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

describeAnalyzer('ast-grep', {
  create: () => astGrep(),
  unparsable: {
    python: 'def f(:\n    pass\n',
    javascript: 'function (\n',
    typescript: 'let x: = ;\n',
    java: 'class { void f( \n',
    go: 'func {\n',
    c: 'int f( { return 1; \n',
    cpp: 'class { void f( \n',
  },
  silenced: [
    {
      name: 'ast-grep-ignore',
      language: 'python',
      code: '# ast-grep-ignore\npickle.loads(data)  # ast-grep-ignore: py-unpickle\n',
      ruleId: 'py-unpickle',
    },
    {
      name: 'nosec',
      language: 'go',
      code: 'package p\n\nvar c = tls.Config{InsecureSkipVerify: true} // #nosec // nolint\n',
      ruleId: 'go-tls-unverified',
    },
  ],
});

describe('ast-grep', () => {
  it('is broken where no rule is loaded, not clean', async () => {
    expect(await astGrep({ rules: [] }).detect()).toMatchObject({ state: 'broken', problem: expect.stringContaining('no rule') });
  });

  it('names another rule set where a rule is another', async () => {
    const [first, ...rest] = syntaxRules;
    const rulesOf = async (rules: typeof syntaxRules) => {
      const detection = await astGrep({ rules }).detect();
      return detection.state === 'ready' ? detection.ruleSet : undefined;
    };
    if (first === undefined) throw new Error('no rules');
    expect(await rulesOf([{ ...first, words: /other/ }, ...rest])).not.toBe(await rulesOf(syntaxRules));
  });

  it('says that a file crashed it, and goes on with the next', async () => {
    const [first] = syntaxRules;
    if (first === undefined) throw new Error('no rules');
    const impossible = { ...first, words: /CRASH/, match: { kind: 'no_such_kind' } };
    const reports = await astGrep({ rules: [impossible] }).analyze(
      ['x = 1\n', 'CRASH = 1\n', 'y = 1\n'].map((code, index) => ({ name: `s${index}`, language: 'python', code })),
    );
    expect(reports).toMatchObject([{ status: 'analyzed' }, { status: 'failed', reason: 'tool-crashed' }, { status: 'analyzed' }]);
  });
});
