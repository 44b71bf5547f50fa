import { describe, expect, it } from 'vitest';
import { codeql } from '../../src/analyzers/codeql.ts';
import type { ProcessRequest, RunProcess } from '../../src/analyzers/run-process.ts';
import type { Language } from '../../src/core/index.ts';
import { standIn } from './own-tools.ts';
import { run } from './tools.ts';

const command = standIn('codeql');
const file = (language: Language, code: string) => ({ name: 's', language, code });
const shell = 'import os\nos.system(x)\n';
const sql = 'query = "SELECT id FROM t WHERE a = \'" + a\n';

const watched = (): { readonly run: RunProcess; readonly asked: ProcessRequest[] } => {
  const asked: ProcessRequest[] = [];
  return {
    asked,
    run: (request) => {
      asked.push(request);
      return run(request);
    },
  };
};

describe('codeql', () => {
  it('runs the suite security-extended of the language, if it is told nothing else', async () => {
    const { run: spied, asked } = watched();
    await codeql(spied, { command }).analyze([file('typescript', 'x();\n')]);
    expect(asked[1]?.args).toContain('codeql/javascript-queries:codeql-suites/javascript-security-extended.qls');
  });

  it('selects queries by weakness, and keeps those that list what was extracted', async () => {
    const reports = await codeql(run, { command, cwe: ['CWE-89'] }).analyze([file('python', shell), file('python', sql)]);
    expect(reports).toMatchObject([
      { status: 'analyzed', findings: [] },
      { status: 'analyzed', findings: [{ ruleId: 'py/toy-89', cwe: ['CWE-89'], severity: 'high' }] },
    ]);
  });

  it('runs queries of the user’s own together with the diagnostics that list what was extracted', async () => {
    const { run: spied, asked } = watched();
    await codeql(spied, { command, queries: ['my/pack:src'] }).analyze([file('python', shell)]);
    expect(asked[1]?.args).toEqual(expect.arrayContaining(['my/pack:src', 'codeql/python-queries:Diagnostics']));
  });

  it('makes one database for each language, without a build where there is such a mode, and never with cgo', async () => {
    const { run: spied, asked } = watched();
    await codeql(spied, { command }).analyze([
      file('c', 'int x;\n'),
      file('python', shell),
      file('cpp', 'int y;\n'),
      file('go', 'package main\n'),
      file('java', 'class A {}\n'),
    ]);
    const created = asked.filter(({ args }) => args[1] === 'create');
    expect(created.map(({ args }) => args.filter((word) => /^--(?:language|build)/.test(word)))).toEqual([
      ['--language=cpp', '--build-mode=none'],
      ['--language=python'],
      ['--language=go', '--build-mode=autobuild'],
      ['--language=java', '--build-mode=none'],
    ]);
    expect(created.every(({ env }) => env?.CGO_ENABLED === '0')).toBe(true);
  });

  it('does not get code that would read files of this machine or start a compiler', async () => {
    const { run: spied, asked } = watched();
    const reports = await codeql(spied, { command }).analyze([
      file('go', 'package main\n\nimport "C"\n'),
      file('c', '#include "/etc/passwd"\n'),
    ]);
    expect(reports).toMatchObject([
      { reason: 'skipped-by-tool', detail: expect.stringContaining('imports "C"') },
      { reason: 'skipped-by-tool' },
    ]);
    expect(asked).toEqual([]);
  });

  it('is broken without the queries of one of its languages, and says which', async () => {
    const poor: RunProcess = async (request) => ({
      ...(await run(request)),
      ...(request.args[0] === 'resolve' ? { stdout: '{"codeql/python-queries":["/x/1.3.0"]}' } : {}),
    });
    expect(await codeql(poor, { command, languages: ['python', 'go'] }).detect()).toMatchObject({
      state: 'broken',
      version: '2.19.3',
      remedy: expect.stringContaining('codeql pack download codeql/go-queries'),
    });
    expect(await codeql(poor, { command, languages: ['python'] }).detect()).toMatchObject({
      state: 'ready',
      ruleSet: expect.stringContaining('codeql/python-queries 1.3.0'),
    });
  });

  it('names another rule set where other queries are chosen', async () => {
    const sets = await Promise.all(
      [{}, { suite: 'code-scanning' as const }, { cwe: ['CWE-79' as const] }, { queries: [command] }].map((more) =>
        codeql(run, { command, ...more }).detect(),
      ),
    );
    expect(new Set(sets.map((set) => (set.state === 'ready' ? set.ruleSet : set.problem))).size).toBe(4);
  });
});
