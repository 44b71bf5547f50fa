import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSarif } from '../../../src/analyzers/sarif/read-sarif.ts';
import { listedNames, reportFiles } from '../../../src/analyzers/sarif/report-files.ts';
import type { LaidFile } from '../../../src/analyzers/source-folder.ts';

const recorded = (name: string): string =>
  readFileSync(new URL(`../../fixtures/analyzers/recorded/sarif/${name}.sarif`, import.meta.url), 'utf8');
const laid = (name: string, code = ''): LaidFile => ({ name, file: { name, language: 'python', code } });

const reportsOf = (text: string, files: readonly LaidFile[], wasAnalyzed?: (file: LaidFile) => boolean) => {
  const log = readSarif(text);
  if (!('runs' in log)) throw new Error(log.problem);
  const listed = listedNames(log);
  const outcome = reportFiles(
    { id: 'toy', wasAnalyzed: wasAnalyzed ?? (({ name }) => listed.has(name)), missing: 'not listed' },
    log,
    files,
  );
  return outcome.ok ? outcome.answers : outcome.failure;
};

const run = (more: object): string =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'toy' } },
        results: [],
        artifacts: [{ location: { uri: 'a.py' } }, { location: { uri: 'b.py' } }],
        ...more,
      },
    ],
  });
const note = (more: object) => ({ invocations: [{ executionSuccessful: true, toolExecutionNotifications: [more] }] });
const in_ = (uri: string) => ({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] });

describe('files of a log', () => {
  it('are failed by a notification of level error, and by nothing that is said of their neighbours', () => {
    const files = [laid('order book.py', '\n'.repeat(20)), laid('broken.py')];
    expect(reportsOf(recorded('codeql'), files)).toMatchObject([
      {
        status: 'analyzed',
        findings: [
          {
            oracle: 'static:toy',
            location: { line: 12, column: 15, endLine: 12, endColumn: 30 },
            path: [{ location: { line: 3 } }, { location: { line: 12 } }],
          },
        ],
      },
      { status: 'failed', reason: 'unparsable-code', detail: 'toy: Syntax Error (in Python 3).' },
    ]);
  });

  it('are failed by a configuration error too, and by a warning that something did not parse, without a place', () => {
    const text = run({
      invocations: [
        {
          toolConfigurationNotifications: [{ level: 'error', message: { text: 'cannot read' }, ...in_('a.py') }],
          toolExecutionNotifications: [{ message: { text: 'Syntax error at line b.py:2' } }],
        },
      ],
    });
    expect(reportsOf(text, [laid('a.py'), laid('b.py')])).toMatchObject([
      { status: 'failed', reason: 'skipped-by-tool' },
      { status: 'failed', reason: 'unparsable-code', detail: 'toy: Syntax error at line the file:2' },
    ]);
  });

  it('are not failed by other warnings', () => {
    expect(reportsOf(run(note({ level: 'warning', message: { text: 'a newer version is out' } })), [laid('a.py')])).toMatchObject([
      { status: 'analyzed' },
    ]);
  });

  it('of gcc are failed by a compile error, while the others keep their findings', () => {
    expect(reportsOf(recorded('gcc-13'), [laid('twice.c'), laid('half.c')])).toMatchObject([
      {
        status: 'analyzed',
        findings: [
          { ruleId: '-Wanalyzer-double-free', cwe: ['CWE-415'], path: [{ note: 'first ‘free’ here' }, { note: 'second ‘free’ here' }] },
        ],
      },
      { status: 'failed', reason: 'unparsable-code', detail: 'line 2: expected ‘;’ before ‘}’ token' },
    ]);
  });

  it('that nothing shows to have been looked at are not clean', () => {
    expect(reportsOf(run({ artifacts: [] }), [laid('a.py')])).toMatchObject([
      { status: 'failed', reason: 'skipped-by-tool', detail: 'toy: not listed' },
    ]);
    expect(reportsOf(recorded('gosec'), [laid('dice.go')])).toMatchObject([{ status: 'failed' }]);
  });

  it('have columns in UTF-16 units where the log counts characters', () => {
    const results = [
      {
        message: { text: 'm' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: 2, startColumn: 4, endColumn: 6 } } }],
      },
    ];
    const files = [laid('a.py', 'x\r\n𝒳𝒴𝒵ab\n')];
    expect(reportsOf(run({ results }), files)).toMatchObject([
      { findings: [{ location: { line: 2, column: 7, endLine: 2, endColumn: 9 } }] },
    ]);
    expect(reportsOf(run({ results, columnKind: 'utf16CodeUnits' }), files)).toMatchObject([{ findings: [{ location: { column: 4 } }] }]);
  });
});

describe('a whole log is in doubt', () => {
  it.each([
    ['where the tool did not end well and says not why', { invocations: [{ executionSuccessful: false }] }, 'tool-crashed'],
    ['where an error names no file', note({ level: 'error', message: { text: 'out of memory' } }), 'skipped-by-tool'],
    [
      'where a time limit was hit for nobody knows which file',
      note({ level: 'error', message: { text: 'analysis timed out' } }),
      'timeout',
    ],
    ['where a finding has no file', { results: [{ message: { text: 'm' } }] }, 'unparsable-output'],
  ])('%s', (_, more, reason) => {
    expect(reportsOf(run(more), [laid('a.py'), laid('b.py')])).toMatchObject({ reason });
  });

  it('but a finding without a file belongs to the file that stands alone', () => {
    expect(reportsOf(run({ results: [{ message: { text: 'in a.py' } }] }), [laid('a.py')])).toMatchObject([
      { status: 'analyzed', findings: [{ message: 'in the file' }] },
    ]);
  });
});
