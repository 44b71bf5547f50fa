import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goVet } from '../../src/analyzers/go-vet.ts';
import type { RunProcess } from '../../src/analyzers/run-process.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

const copied = 'package p\n\nimport "sync"\n\nfunc F(m sync.Mutex) { m.Lock() }\n';

describeAnalyzer('go-vet', {
  create: () => goVet(run),
  unparsable: { go: 'package p\n\nfunc {\n' },
  silenced: [
    { name: 'nolint', language: 'go', code: copied.replace('{ m.Lock() }', '{ m.Lock() } //nolint //lint:ignore'), ruleId: 'copylocks' },
  ],
});

const recorded = readFileSync(new URL('../fixtures/analyzers/recorded/go-vet-1.19.8.stderr.txt', import.meta.url), 'utf8');
const telling =
  (stderr: string, exitCode = 0): RunProcess =>
  async ({ args }) => {
    const folders = args.flatMap((word) => /^\.\/(s\d+_\w+)$/.exec(word)?.[1] ?? []);
    const renamed = stderr.replaceAll(/\bf(\d)\b/g, (whole, index) => folders[Number(index)] ?? whole);
    return { ended: 'exited', exitCode, stdout: '', stderr: renamed };
  };
const analyze = (stand: RunProcess, codes: readonly string[]) =>
  goVet(stand, { parallel: 1 }).analyze(codes.map((code, index) => ({ name: `f${index}`, language: 'go', code })));

describe('go-vet', () => {
  it('reads a recorded report: findings, wrong types, a clean package', async () => {
    const reports = await analyze(telling(recorded, 2), [copied, 'package p\n', 'package p\n']);
    expect(reports).toMatchObject([
      {
        status: 'analyzed',
        findings: [
          { ruleId: 'copylocks', cwe: ['CWE-667'], location: { line: 9, column: 20 } },
          { ruleId: 'printf', cwe: ['CWE-686', 'CWE-685'], location: { line: 10, column: 2 } },
          { ruleId: 'lostcancel', cwe: ['CWE-772'], location: { line: 11, column: 7 } },
        ],
      },
      { status: 'failed', reason: 'unparsable-code', detail: expect.stringMatching(/^line 3: cannot use "x"/) },
      { status: 'analyzed', findings: [] },
    ]);
  });

  it('does not call a file clean of which the report says nothing', async () => {
    expect(await analyze(telling(''), [copied])).toMatchObject([{ status: 'failed', reason: 'unparsable-output' }]);
    expect(await analyze(telling('# fathom.invalid/vet/f0\n{ "cut'), [copied])).toMatchObject([
      { status: 'failed', reason: 'unparsable-output' },
    ]);
  });

  it.each([
    ['an import that is not there', 'package p\n\nimport "example.com/a/b"\n\nvar _ = b.C\n', 'unparsable-code'],
    ['a build tag that leaves it out', '//go:build ignore\n\npackage p\n', 'skipped-by-tool'],
    ['C in it', 'package p\n\nimport "C"\n', 'skipped-by-tool'],
    ['lines in another place', `package p\n//line other.go:1\n${copied.slice(9)}`, 'skipped-by-tool'],
  ] as const)('fails a file with %s, and not its neighbours', async (_, code, reason) => {
    const analyzer = goVet(run, { parallel: 1 });
    if ((await analyzer.detect()).state !== 'ready') return;
    const reports = await analyzer.analyze(
      [copied, code, copied].map((each, index) => ({ name: `s${index}`, language: 'go', code: each })),
    );
    expect(reports).toMatchObject([
      { status: 'analyzed' },
      { status: 'failed', reason },
      { status: 'analyzed', findings: [{ ruleId: 'copylocks' }] },
    ]);
  });
});
