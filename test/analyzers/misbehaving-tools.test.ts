import { beforeAll, describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/analyzers/analyzer.ts';
import { bandit } from '../../src/analyzers/bandit.ts';
import type { TimeBudget } from '../../src/analyzers/batches.ts';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { flawfinder } from '../../src/analyzers/flawfinder.ts';
import { gccAnalyzer } from '../../src/analyzers/gcc-analyzer.ts';
import { goVet } from '../../src/analyzers/go-vet.ts';
import { type Language, languageFacts } from '../../src/core/index.ts';
import { standInBandit, wrapped } from './stand-in-tool.ts';
import { run } from './tools.ts';

type Options = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };
type Case = {
  readonly id: string;
  readonly create: (options: Options) => Analyzer;
  readonly stand: () => Promise<string>;
  readonly real: (options: Options) => Analyzer;
  readonly bad: string;
  /** Default: c. */
  readonly language?: Language;
  /** Put before the word that a file asks with, where nothing else would be the language. */
  readonly head?: string;
  /** A time in which the tool surely reads two small files, in milliseconds. Default: 2,500. */
  readonly enoughMs?: number;
};

const c =
  '#include <string.h>\nvoid label(char *out, const char *name) {\n  strcpy(out, name);\n}\nint past(void) {\n  int a[2] = {1, 2};\n  return a[2];\n}\n';

const cases: readonly Case[] = [
  {
    id: 'bandit',
    create: (options) => bandit(run, options),
    stand: () => standInBandit(),
    real: () => bandit(run),
    bad: 'eval(x)\n',
    language: 'python',
  },
  { id: 'cppcheck', create: (options) => cppcheck(run, options), stand: () => wrapped('cppcheck'), real: () => cppcheck(run), bad: c },
  {
    id: 'flawfinder',
    create: (options) => flawfinder(run, options),
    stand: () => wrapped('flawfinder'),
    real: () => flawfinder(run),
    bad: c,
  },
  {
    id: 'clang-analyzer',
    create: (options) => clangAnalyzer(run, options),
    stand: () => wrapped('clang'),
    real: () => clangAnalyzer(run),
    bad: c,
  },
  {
    id: 'clang-tidy',
    create: (options) => clangTidy(run, options),
    stand: () => wrapped('clang-tidy', 'report.yaml'),
    real: () => clangTidy(run),
    bad: `#include <stdlib.h>\nint count(const char *command) {\n  return system(command);\n}\n`,
  },
  {
    id: 'gcc-analyzer',
    create: (options) => gccAnalyzer(run, options),
    stand: () => wrapped('gcc'),
    real: () => gccAnalyzer(run),
    bad: `int first(int wanted) {\n  int *p = 0;\n  if (wanted > 3) return *p;\n  return 0;\n}\n`,
  },
  {
    id: 'go-vet',
    create: (options) => goVet(run, options),
    stand: () => wrapped('go'),
    real: () => goVet(run),
    bad: 'package p\n\nimport "sync"\n\nfunc F(m sync.Mutex) { m.Lock() }\n',
    language: 'go',
    head: 'package p\n',
    enoughMs: 12_000,
  },
];

describe.each(cases)('$id, when the tool misbehaves', ({ id, create, stand, real, bad, language = 'c', head = '', enoughMs = 2_500 }) => {
  let command = '';
  let absent: string | undefined;
  beforeAll(async () => {
    command = await stand();
    const detection = id === 'bandit' ? undefined : await real({}).detect();
    absent = detection === undefined || detection.state === 'ready' ? undefined : detection.problem;
  });

  const { lineComment: comment } = languageFacts[language];
  const reportsOn = (asked: string, budget: TimeBudget = { baseMs: 20_000, perFileMs: 100 }, files = 9) => {
    const codes = Array.from({ length: files }, (_, index) => (index === files >> 1 ? `${head}${comment} ${asked}\n` : bad));
    return create({ command, budget, parallel: 1 }).analyze(codes.map((code, index) => ({ name: `s${index}`, language, code })));
  };
  const test = (title: string, body: () => Promise<void>): void => {
    it(title, async (context) => {
      if (absent !== undefined) context.skip(absent);
      await body();
    });
  };
  const statuses = (reports: Awaited<ReturnType<typeof reportsOn>>) =>
    reports.map((report) => (report.status === 'failed' ? report.reason : report.findings.length > 0));
  const around = (reason: string) => [true, true, true, true, reason, true, true, true, true];

  test('charges a crash to the file that caused it', async () => {
    expect(statuses(await reportsOn('DO_CRASH'))).toEqual(around('tool-crashed'));
  });

  test('charges an unexpected exit code to the file that caused it', async () => {
    expect(statuses(await reportsOn('DO_EXIT'))).toEqual(around('tool-crashed'));
  });

  test('charges a hang to the file that caused it', async () => {
    expect(statuses(await reportsOn('DO_HANG', { baseMs: enoughMs, perFileMs: 100 }, 3))).toEqual([true, 'timeout', true]);
  });

  test('charges an endless output to the file that caused it', async () => {
    expect(statuses(await reportsOn('DO_FLOOD'))).toEqual(around('tool-crashed'));
  });

  test('throws where the tool does not start', async () => {
    await expect(create({ command: '/nonexistent/tool' }).analyze([{ name: 's', language, code: bad }])).rejects.toThrow();
  });

  test('is absent where the tool is not to be found', async () => {
    expect(await create({ command: 'fathom-has-no-such-tool' }).detect()).toMatchObject({
      state: 'absent',
      remedy: expect.stringContaining('nstall'),
    });
  });

  test('is broken where the tool does not name its version', async () => {
    expect(await create({ command: 'true' }).detect()).toMatchObject({ state: 'broken' });
  });

  if (id !== 'clang-analyzer') {
    test('charges garbage in place of a report to the file that caused it', async () => {
      expect(statuses(await reportsOn('DO_GARBAGE'))).toEqual(around('unparsable-output'));
    });

    test('charges half a report to the file that caused it', async () => {
      expect(statuses(await reportsOn('DO_HALF'))).toEqual(around('unparsable-output'));
    });
  }
});

describe('bandit', () => {
  const analyze = async (...codes: readonly string[]) =>
    bandit(run, { command: await standInBandit() }).analyze(codes.map((code, index) => ({ name: `s${index}`, language: 'python', code })));

  it('takes our own CWE over bandit’s, and columns from 1', async () => {
    const [report] = await analyze('größe = eval(x)\n');
    expect(report).toEqual({
      status: 'analyzed',
      findings: [
        {
          oracle: 'static:bandit',
          ruleId: 'B307',
          cwe: ['CWE-95'],
          severity: 'medium',
          message: 'Use of possibly insecure function',
          location: { line: 1, column: expect.any(Number), endLine: 1, endColumn: expect.any(Number) },
        },
      ],
    });
  });

  it('fails a file in its list of errors, though the exit code looks normal', async () => {
    const [, report] = await analyze('x = 1\n', 'def f(:\n', 'eval(x)\n');
    expect(report).toMatchObject({ status: 'failed', reason: 'unparsable-code' });
  });

  it('fails a file that bandit does not list as read', async () => {
    const [report] = await analyze('# DO_SKIP\n');
    expect(report).toMatchObject({ status: 'failed', reason: 'skipped-by-tool' });
  });

  it.each(['1.6.2', '1.7.4', '0.9.9'])('refuses version %s', async (version) => {
    const detection = await bandit(run, { command: await standInBandit(version) }).detect();
    expect(detection).toMatchObject({
      state: 'broken',
      problem: expect.stringContaining('older than 1.7.5'),
      remedy: expect.stringContaining('pipx install bandit'),
    });
  });

  it.each(['1.7.5', '1.9.4', '2.0.0'])('takes version %s', async (version) => {
    expect(await bandit(run, { command: await standInBandit(version) }).detect()).toMatchObject({
      state: 'ready',
      version: `${version} (python 3.13.1)`,
    });
  });
});
