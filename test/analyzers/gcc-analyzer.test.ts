import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gccAnalyzer } from '../../src/analyzers/gcc-analyzer.ts';
import type { RunProcess } from '../../src/analyzers/run-process.ts';
import { diagnosticPragma } from '../../src/analyzers/silenced-gcc.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

const freed = `#include <stdlib.h>
int last(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  free(p);
  return *p;
}
`;

describeAnalyzer('gcc-analyzer', {
  create: () => gccAnalyzer(run),
  unparsable: { c: 'int f( { return 1; \n' },
  silenced: [
    { name: 'a pragma that names the file a header', language: 'c', code: `#pragma GCC system_header\n${freed}`, ruleId: 'use-after-free' },
    {
      name: 'a pragma of clang',
      language: 'c',
      code: `#pragma clang diagnostic ignored "-Weverything"\n${freed}`,
      ruleId: 'use-after-free',
    },
  ],
});

/** A gcc of a version, whose report and exit code are given. */
const telling =
  (version: string, stderr: string, exitCode = 0): RunProcess =>
  async ({ args }) =>
    args.includes('-dumpfullversion')
      ? { ended: 'exited', exitCode: 0, stdout: `${version}\n`, stderr: '' }
      : { ended: 'exited', exitCode, stdout: '', stderr: stderr.replaceAll('f0.c', args.at(-1) ?? '') };
const analyze = async (stand: RunProcess, code = freed) => (await gccAnalyzer(stand).analyze([{ name: 'f0', language: 'c', code }]))[0];
const recorded = (name: string): string => readFileSync(new URL(`../fixtures/analyzers/recorded/${name}`, import.meta.url), 'utf8');

describe('gcc-analyzer', () => {
  it('reads JSON of gcc 12, with the path to the place', async () => {
    expect(await analyze(telling('12.2.0', recorded('gcc-12.2.0.stderr.txt')))).toMatchObject({
      status: 'analyzed',
      findings: [
        {
          ruleId: 'use-after-free',
          cwe: ['CWE-416'],
          location: { line: 7, column: 10 },
          path: expect.arrayContaining([
            { location: { line: 3, column: 12 }, note: 'allocated here' },
            { location: { line: 6, column: 3 }, note: 'freed here' },
          ]),
        },
      ],
    });
  });

  it('reads SARIF of gcc 15 and later', async () => {
    expect(await analyze(telling('15.1.0', recorded('gcc-15.sarif.json')))).toMatchObject({
      status: 'analyzed',
      findings: [
        {
          ruleId: 'use-after-free',
          cwe: ['CWE-416'],
          location: { line: 7, column: 10 },
          path: [{ note: 'freed here', location: { line: 6 } }, { note: 'use after free here' }],
        },
      ],
    });
  });

  it('takes an error for code that does not compile, not for a finding, in both formats', async () => {
    const json =
      '[{"kind": "fatal error", "message": "no.h: No such file or directory", "locations": [{"caret": {"file": "f0.c", "line": 1, "byte-column": 10}}]}]\n';
    const sarif = JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'error',
              level: 'error',
              message: { text: 'expected ;' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'f0.c' }, region: { startLine: 1, startColumn: 3 } } }],
            },
          ],
        },
      ],
    });
    for (const [version, report] of [
      ['12.2.0', json],
      ['16.0.0', sarif],
    ] as const) {
      expect(await analyze(telling(version, report, 1))).toMatchObject({ status: 'failed', reason: 'unparsable-code' });
    }
  });

  it('fails a file in which the analyzer gave up', async () => {
    const report =
      '[{"kind": "warning", "option": "-Wanalyzer-too-complex", "message": "analysis bailed out early", "locations": [{"caret": {"file": "f0.c", "line": 2, "byte-column": 5}}]}]\n';
    expect(await analyze(telling('12.2.0', report))).toMatchObject({ status: 'failed', reason: 'skipped-by-tool' });
  });

  it('fails a file of which nothing was written, though gcc ended well', async () => {
    expect(await analyze(telling('12.2.0', ''))).toMatchObject({ status: 'failed', reason: 'unparsable-output' });
  });

  it('refuses versions before 12', async () => {
    expect(await gccAnalyzer(telling('11.4.0', '')).detect()).toMatchObject({
      state: 'broken',
      problem: expect.stringContaining('11.4.0'),
    });
  });

  it.each([
    `#pragma GCC diagnostic ignored "-Wanalyzer-use-after-free"\n${freed}`,
    `#  pragma /* x */ GCC\\\n diagnostic push\n${freed}`,
    `_Pragma("GCC diagnostic ignored \\"-Wanalyzer-use-after-free\\"")\n${freed}`,
    `#define QUIET(x) _Pra##gma(#x)\n${freed}`,
    `#line 1 "other.h"\n${freed}`,
    `# 1 "other.h" 3\n${freed}`,
    `/* x */ %:line 7\n${freed}`,
  ])('does not call %j clean', async (code) => {
    expect(await analyze(telling('12.2.0', '[]\n'), code)).toMatchObject({ status: 'failed', reason: 'skipped-by-tool' });
  });

  it.each(['#pragma once\n', '#pragma omp parallel\n', 'int _P = 1;\n', '#define JOIN(a, b) a##b\n'])('takes %j', (code) => {
    expect(diagnosticPragma(code)).toBeUndefined();
  });
});
