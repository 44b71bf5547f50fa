import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/analyzers/analyzer.ts';
import { bandit } from '../../src/analyzers/bandit.ts';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { flawfinder } from '../../src/analyzers/flawfinder.ts';
import type { RunProcess } from '../../src/analyzers/run-process.ts';
import type { Language } from '../../src/core/index.ts';

const textOf = (name: string): string => readFileSync(new URL(`../fixtures/analyzers/${name}`, import.meta.url), 'utf8');

/** Replays what the tool wrote of files called f0, f1 and f2, under the names that the adaptor gives them now. */
const replaying =
  (tool: string): RunProcess =>
  async ({ args }) => {
    const names = args.filter((word) => /^s\d+_/.test(word));
    const renamed = (text: string): string =>
      names.reduce((now, name, index) => now.replaceAll(new RegExp(`\\bf${index}\\.(py|c)\\b`, 'g'), name), text);
    return {
      ended: 'exited',
      exitCode: tool.startsWith('bandit') ? 1 : 0,
      stdout: renamed(textOf(`recorded/${tool}.stdout.txt`)),
      stderr: renamed(textOf(`recorded/${tool}.stderr.txt`)),
    };
  };

const reportsOf = (analyzer: Analyzer, language: Language, codes: readonly string[]) =>
  analyzer.analyze(codes.map((code, index) => ({ name: `f${index}`, language, code })));

describe('recorded outputs', () => {
  it('of cppcheck 2.10: findings, a syntax error, a clean file', async () => {
    const analyzer = cppcheck(replaying('cppcheck-2.10'), { parallel: 1 });
    const [found, broken, clean] = await reportsOf(analyzer, 'c', [
      textOf('annotated/cppcheck.c'),
      'int f( { return 1; \n',
      'int fine(void) {\n',
    ]);
    expect(found).toMatchObject({
      status: 'analyzed',
      findings: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'nullPointer', cwe: ['CWE-476'], severity: 'high', location: { line: 16, column: 11 } }),
      ]),
    });
    expect(broken).toMatchObject({ status: 'failed', reason: 'unparsable-code' });
    expect(clean).toEqual({ status: 'analyzed', findings: [] });
  });

  it('of flawfinder 2.0.19: quoted fields, marked CWEs, hints without a CWE', async () => {
    const analyzer = flawfinder(replaying('flawfinder-2.0.19'), { parallel: 1 });
    const [found] = await reportsOf(analyzer, 'c', [textOf('annotated/flawfinder.c'), '', '']);
    expect(found).toMatchObject({
      status: 'analyzed',
      findings: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'strcpy', cwe: ['CWE-120', 'CWE-787'], severity: 'high', location: { line: 6, column: 3 } }),
        expect.objectContaining({ ruleId: 'strlen', cwe: [], severity: 'low' }),
      ]),
    });
  });

  it('of bandit 1.6.2: findings without a CWE of the tool, an error for one file, a clean file', async () => {
    const analyzer = bandit(replaying('bandit-1.6.2'), { parallel: 1 });
    const [found, broken, clean] = await reportsOf(analyzer, 'python', [textOf('annotated/ruff.py'), 'def f(:\n', 'x = 1\n']);
    expect(found).toMatchObject({
      status: 'analyzed',
      findings: expect.arrayContaining([expect.objectContaining({ ruleId: 'B301', cwe: ['CWE-502'], severity: 'medium' })]),
    });
    expect(JSON.stringify(found)).not.toContain('B403');
    expect(broken).toMatchObject({ status: 'failed', reason: 'unparsable-code' });
    expect(clean).toEqual({ status: 'analyzed', findings: [] });
  });

  it('of clang 14.0.6: after the first error nothing is analyzed, so the file behind it is run again', async () => {
    const asked: (readonly string[])[] = [];
    const run: RunProcess = async (request) => {
      const { args } = request;
      const quiet = { ended: 'exited', exitCode: 0, stdout: '', stderr: '' } as const;
      if (args.includes('-###')) return { ...quiet, stderr: ' "clang" "-cc1" "-analyze" "-x" "c" "/dev/null"\n' };
      if (args.some((word) => word.startsWith('-analyzer-checker-help'))) return { ...quiet, stdout: '  unix.Malloc  memory\n' };
      asked.push(args.filter((word) => /^s\d+_/.test(word)));
      return asked.length > 1 ? quiet : { ...(await replaying('clang-14.0.6')(request)), ended: 'exited', exitCode: 1 };
    };
    const analyzer = clangAnalyzer(run, { parallel: 1 });
    const [found, broken, clean] = await reportsOf(analyzer, 'c', [
      textOf('annotated/clang-analyzer.c'),
      'int f( { return 1; \n',
      'int fine(void) {\n',
    ]);
    expect(found).toMatchObject({
      status: 'analyzed',
      findings: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'unix.Malloc', cwe: ['CWE-415'], location: { line: 14, column: 18 } }),
      ]),
    });
    expect(broken).toEqual({ status: 'failed', reason: 'unparsable-code', detail: 'line 1: expected parameter declarator' });
    expect(clean).toEqual({ status: 'analyzed', findings: [] });
    expect(asked.map(({ length }) => length)).toEqual([3, 1]);
  });

  it('of clang-tidy 14.0.6: after the first error no file is told to be done, so all others are run again', async () => {
    const asked: (readonly string[])[] = [];
    const run: RunProcess = async ({ args, cwd = '' }) => {
      const names = args.filter((word) => /^s\d+_/.test(word));
      asked.push(names);
      const report = asked.length > 1 ? 'clang-tidy-14.0.6.again.yaml' : 'clang-tidy-14.0.6.yaml';
      const renamed = textOf(`recorded/${report}`).replaceAll(/\bf(\d)\.c\b/g, (_, index) => names[Number(index)] ?? '');
      writeFileSync(join(cwd, 'report.yaml'), renamed);
      return { ended: 'exited', exitCode: asked.length > 1 ? 0 : 1, stdout: '', stderr: '' };
    };
    const [found, broken, clean] = await reportsOf(clangTidy(run, { parallel: 1 }), 'c', [
      textOf('annotated/clang-tidy.c'),
      'int f( { return 1; \n',
      'int fine(void) { return 1; }\n',
    ]);
    expect(found).toMatchObject({
      status: 'analyzed',
      findings: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'cert-env33-c', cwe: ['CWE-78'], location: { line: 7, column: 10 } }),
      ]),
    });
    expect(broken).toEqual({ status: 'failed', reason: 'unparsable-code', detail: "line 1: expected ')'" });
    expect(clean).toEqual({ status: 'analyzed', findings: [] });
    expect(asked.map(({ length }) => length)).toEqual([3, 2]);
  });

  it('fails the whole run’s files where the report speaks of other files', async () => {
    const other: RunProcess = async (request) => ({
      ...(await replaying('cppcheck-2.10')({ ...request, args: [] })),
      ended: 'exited',
      exitCode: 0,
    });
    expect(await reportsOf(cppcheck(other), 'c', ['int x;\n'])).toMatchObject([{ status: 'failed', reason: 'skipped-by-tool' }]);
  });
});
