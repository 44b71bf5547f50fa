import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/analyzers/analyzer.ts';
import { bandit } from '../../src/analyzers/bandit.ts';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { findbugs } from '../../src/analyzers/findbugs.ts';
import { flawfinder } from '../../src/analyzers/flawfinder.ts';
import { gccAnalyzer } from '../../src/analyzers/gcc-analyzer.ts';
import { goVet } from '../../src/analyzers/go-vet.ts';
import type { RunProcess } from '../../src/analyzers/run-process.ts';
import { staticOracle } from '../../src/oracles/static.ts';

/** What each tool answers when it is asked who it is. */
const introductions: readonly (readonly [asked: RegExp, answer: string])[] = [
  [/^bandit --version/, 'bandit 1.9.4\n  python version = 3.13.1\n'],
  [/^cppcheck --version/, 'Cppcheck 2.10\n'],
  [/^flawfinder --version/, '2.0.19\n'],
  [/^clang --version/, 'Debian clang version 14.0.6\n'],
  [/^clang -###/, ' "clang" "-cc1" "-analyze" "-x" "c" "/dev/null"\n'],
  [/-analyzer-checker-help/, '  unix.Malloc  memory\n'],
  [/^clang-tidy --version/, 'LLVM version 14.0.6\n'],
  [/--list-checks/, 'Enabled checks:\n    cert-env33-c\n'],
  [/^gcc -dumpfullversion/, '12.2.0\n'],
  [/^go version/, 'go version go1.19.8 linux/amd64\n'],
  [/^findbugs -version/, '3.1.0\n'],
];

/** Tells its version, and ends well and silent whatever else it is asked: a scanner without rules, or one that read no file. */
const silent: RunProcess = async ({ command, args }) => {
  const asked = [command, ...args].join(' ');
  const text = introductions.find(([pattern]) => pattern.test(asked))?.[1] ?? '';
  return { ended: 'exited', exitCode: 0, stdout: text, stderr: text };
};

const tools: readonly Analyzer[] = [
  bandit(silent),
  cppcheck(silent),
  flawfinder(silent),
  clangAnalyzer(silent),
  clangTidy(silent),
  gccAnalyzer(silent),
  goVet(silent),
  findbugs(silent, async (files) => files.map(() => ({ ok: true, classes: {} })), { platform: async () => '/nonexistent/rt.jar' }),
];

describe.each(tools)('$id, when it ends well and says nothing', (analyzer) => {
  it('is broken for the run, and says so, though it told its version', async () => {
    expect((await analyzer.detect()).state).toBe('ready');
    const [facts] = await staticOracle({ analyzer }).prepare([]);
    expect(facts).toMatchObject({ state: 'broken', problem: expect.stringContaining('is not believed in this run') });
    expect(facts?.controls.some(({ knownBadFound }) => knownBadFound)).toBe(false);
  });
});

describe.each([clangAnalyzer, clangTidy])('%o', (create) => {
  it('is broken where the version offers no rule that Fathom knows', async () => {
    const ruleless: RunProcess = async (request) => {
      const result = await silent(request);
      return /checker-help|list-checks/.test(request.args.join(' ')) ? { ...result, stdout: '', stderr: '' } : result;
    };
    expect(await create(ruleless).detect()).toMatchObject({ state: 'broken', problem: expect.stringContaining('no check') });
  });
});
