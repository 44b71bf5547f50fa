import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitForModels } from '../../src/analyzers/analyzer.ts';
import { noUnsanitized } from '../../src/analyzers/no-unsanitized.ts';
import { sonarjs } from '../../src/analyzers/sonarjs.ts';
import type { Finding } from '../../src/core/index.ts';

/** A package of that name with two rules that find calls by name, in the shape of the real one. */
const standIn = async (rules: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-sonarjs-'));
  const home = join(folder, 'node_modules', 'eslint-plugin-sonarjs');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'eslint-plugin-sonarjs', version: '4.2.2', main: 'index.cjs' }));
  const calls =
    "const calls = (name) => ({ create: (context) => ({ CallExpression: (node) => { if (node.callee.name === name) context.report({ node, message: 'call of ' + name }); } }) });";
  await writeFile(join(home, 'index.cjs'), `${calls}\nmodule.exports = { rules: ${rules} };\n`);
  return folder;
};
const known = "{ 'code-eval': calls('eval'), hashing: calls('createHash'), 'max-lines': calls('eval') }";

describe('sonarjs', () => {
  it('is absent where the user did not install it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fathom-sonarjs-'));
    expect(await sonarjs({ folders: [folder] }).detect()).toMatchObject({ state: 'absent', remedy: expect.stringContaining('licence') });
  });

  it('runs its rules about security, and no others, where it is installed', async () => {
    const analyzer = sonarjs({ folders: ['/nonexistent', await standIn(known)] });
    expect(await analyzer.detect()).toMatchObject({
      state: 'ready',
      version: expect.stringMatching(/^4\.2\.2 \(eslint 9/),
      ruleSet: expect.stringContaining('2 rules'),
    });
    expect(await analyzer.analyze([{ name: 's', language: 'typescript', code: 'const a: string = b;\neval(a);\n' }])).toMatchObject([
      {
        status: 'analyzed',
        findings: [{ oracle: 'static:sonarjs', ruleId: 'code-eval', cwe: ['CWE-95'], location: { line: 2, column: 1 } }],
      },
    ]);
  });

  it('is broken, not clean, where it has none of the rules', async () => {
    expect(await sonarjs({ folders: [await standIn('{}')] }).detect()).toMatchObject({
      state: 'broken',
      problem: expect.stringContaining('none of the rules'),
    });
  });

  it('keeps its findings from every model, and is not meant by all', () => {
    const analyzer = sonarjs({ folders: [] });
    expect(analyzer.onlyWhenNamed).toContain('licence');
    const found = (oracle: string): Finding => ({ oracle, ruleId: 'r', cwe: [], severity: 'low', message: '' });
    const findings = ['static:sonarjs', 'static:no-unsanitized', 'judged:j'].map(found);
    expect(fitForModels(findings, [analyzer, noUnsanitized()]).map(({ oracle }) => oracle)).toEqual(['static:no-unsanitized', 'judged:j']);
  });
});
