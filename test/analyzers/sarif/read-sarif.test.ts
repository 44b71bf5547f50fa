import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSarif } from '../../../src/analyzers/sarif/read-sarif.ts';
import type { SarifRun } from '../../../src/analyzers/sarif/sarif-log.ts';
import { pathOfUri } from '../../../src/analyzers/sarif/sarif-path.ts';

const recorded = (name: string): string =>
  readFileSync(new URL(`../../fixtures/analyzers/recorded/sarif/${name}.sarif`, import.meta.url), 'utf8');

const runOf = (text: string): SarifRun => {
  const log = readSarif(text);
  const run = 'runs' in log ? log.runs[0] : undefined;
  if (run === undefined) throw new Error(JSON.stringify(log));
  return run;
};

const logOf = (run: object): string =>
  JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'toy' } }, results: [], ...run }] });
const resultsOf = (results: readonly object[], run: object = {}) => runOf(logOf({ results, ...run })).results;
const at = (uri: string, more: object = {}) => [{ physicalLocation: { artifactLocation: { uri, ...more }, region: { startLine: 3 } } }];

describe('the weakness of a result', () => {
  it.each([
    ['a tag external/cwe/cwe-N of a rule in an extension', 'codeql', ['CWE-78', 'CWE-88']],
    ['a tag that begins with CWE-N:', 'semgrep', ['CWE-95']],
    ['the property cwe of the rule', 'snyk-code', ['CWE-89']],
    ['a relationship of the rule, by its whole id', 'flawfinder-2.0.19', ['CWE-120']],
    ['a relationship of the rule, by a number in a taxonomy called CWE', 'gosec', ['CWE-338']],
    ['a taxon of the result', 'gcc-13', ['CWE-415']],
  ])('is read from %s', (_, name, cwe) => {
    expect(runOf(recorded(name)).results[0]?.cwe).toEqual(cwe);
  });

  it('is read from a taxon that is named by its place alone', () => {
    const [result] = resultsOf([{ taxa: [{ index: 1, toolComponent: { index: 0 } }] }], {
      taxonomies: [{ name: 'CWE', taxa: [{ id: '20' }, { id: '79' }] }],
    });
    expect(result?.cwe).toEqual(['CWE-79']);
  });

  it('is not made of a number in another taxonomy, nor of a word that only looks like one', () => {
    const rules = [
      {
        id: 'r',
        relationships: [{ target: { id: '89', toolComponent: { name: 'OWASP' } } }],
        properties: { tags: ['cwelike-12', 'CVE-2020-22', 'x-cwe'] },
      },
    ];
    expect(resultsOf([{ ruleId: 'r' }], { tool: { driver: { name: 'toy', rules } } })[0]?.cwe).toEqual([]);
  });

  it('is none where Brakeman, whose SARIF has none, names no rule that tells it', () => {
    expect(runOf(recorded('brakeman')).results[0]).toMatchObject({
      ruleId: 'BRAKE0000',
      cwe: [],
      places: [{ path: '/srv/shop/app/models/order.rb', line: 4 }],
    });
  });
});

describe('a result', () => {
  it('has message, severity, place and flow; a suppression does not silence it', () => {
    expect(runOf(recorded('codeql')).results).toEqual([
      {
        ruleId: 'py/command-line-injection',
        message: 'This command line depends on a user-provided value.',
        level: 'error',
        severity: 'high',
        cwe: ['CWE-78', 'CWE-88'],
        isFinding: true,
        places: [{ path: 'order book.py', line: 12, column: 15, endColumn: 30, note: '' }],
        flow: [
          { path: 'order book.py', line: 3, column: 19, endColumn: 26, note: 'ControlFlowNode for request' },
          { path: 'order book.py', line: 12, column: 15, endColumn: 30, note: 'ControlFlowNode for BinaryExpr' },
        ],
      },
    ]);
  });

  it('finds its rule by position, by id, in an extension, and by the longest part of an id', () => {
    const rules = [
      { id: 'a', properties: { cwe: ['CWE-1'] } },
      { id: 'b', properties: { cwe: ['CWE-2'] } },
    ];
    const extensions = [{ name: 'x', rules: [{ id: 'c', properties: { cwe: 'CWE-3' } }] }];
    const results = [
      { ruleIndex: 1 },
      { ruleId: 'a' },
      { rule: { index: 0, toolComponent: { index: 0 } } },
      { ruleId: 'b/1/2' },
      { ruleId: 'c', ruleIndex: 0 },
      { ruleId: 'd' },
    ];
    const run = { tool: { driver: { name: 'toy', rules }, extensions } };
    expect(resultsOf(results, run).map(({ ruleId, cwe }) => [ruleId, ...cwe])).toEqual([
      ['b', 'CWE-2'],
      ['a', 'CWE-1'],
      ['c', 'CWE-3'],
      ['b/1/2', 'CWE-2'],
      ['c', 'CWE-3'],
      ['d'],
    ]);
  });

  it('is no finding where the tool says that all is well, or that it is gone', () => {
    const kinds = [
      { kind: 'pass' },
      { kind: 'notApplicable' },
      { kind: 'informational' },
      { baselineState: 'absent' },
      { kind: 'open' },
      { kind: 'fail' },
      {},
    ];
    expect(resultsOf(kinds).map(({ isFinding }) => isFinding)).toEqual([false, false, false, false, true, true, true]);
  });

  it('takes its words from the rule’s messages, with the arguments', () => {
    const rules = [{ id: 'a', messageStrings: { built: { text: '{0} is built from {1}' } } }];
    expect(
      resultsOf([{ ruleId: 'a', message: { id: 'built', arguments: ['SQL', 'input'] } }], { tool: { driver: { name: 'toy', rules } } })[0]
        ?.message,
    ).toBe('SQL is built from input');
  });

  it('takes a step of its flow from the run’s own list', () => {
    const shared = [{ location: { physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: 7 } } } }];
    const [result] = resultsOf([{ codeFlows: [{ threadFlows: [{ locations: [{ index: 0 }] }] }] }], { threadFlowLocations: shared });
    expect(result?.flow).toEqual([{ path: 'a.py', line: 7, note: '' }]);
  });
});

describe('an artifact’s place', () => {
  it.each([
    ['src/a.py', {}, 'src/a.py'],
    ['./src//a.py', {}, 'src/a.py'],
    ['src/x/../a.py', {}, 'src/a.py'],
    ['file:///srv/a%20b/gr%C3%B6%C3%9Fe.py', {}, '/srv/a b/größe.py'],
    ['file://host/srv/a.py', {}, '/srv/a.py'],
    ['file:///C:/work/a.py', {}, 'C:/work/a.py'],
    ['C:\\work\\a.py', {}, 'C:/work/a.py'],
    ['100%.py', {}, '100%.py'],
    ['a.py', { uriBaseId: 'SRC' }, '/srv/code/a.py'],
    ['/abs/a.py', { uriBaseId: 'SRC' }, '/abs/a.py'],
    ['a.py', { uriBaseId: 'UNKNOWN' }, 'a.py'],
  ])('%s %j is %s', (uri, more, path) => {
    const originalUriBaseIds = { ROOT: { uri: 'file:///srv' }, SRC: { uri: 'code/', uriBaseId: 'ROOT' } };
    expect(resultsOf([{ locations: at(uri, more) }], { originalUriBaseIds })[0]?.places[0]?.path).toBe(path);
  });

  it('may be named by its position alone', () => {
    const locations = [{ physicalLocation: { artifactLocation: { index: 1 }, region: { startLine: 1 } } }];
    const artifacts = [{ location: { uri: 'a.py' } }, { location: { uri: 'b%20c.py' } }];
    expect(resultsOf([{ locations }], { artifacts })[0]?.places[0]?.path).toBe('b c.py');
  });

  it('ends where base ids name each other in a circle', () => {
    const originalUriBaseIds = { A: { uri: 'a/', uriBaseId: 'B' }, B: { uri: 'b/', uriBaseId: 'A' } };
    expect(resultsOf([{ locations: at('x.py', { uriBaseId: 'A' }) }], { originalUriBaseIds })[0]?.places[0]?.path).toMatch(/x\.py$/);
  });

  it('comes out of any text without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof pathOfUri(text) === 'string'));
  });
});

describe('a log', () => {
  it.each([
    ['no text', '', 'no JSON'],
    ['garbage', 'Killed\n', 'no JSON'],
    ['half a log', recorded('codeql').slice(0, 900), 'no JSON'],
    ['another version', JSON.stringify({ version: '2.0.0', runs: [] }), 'version'],
    ['no version', JSON.stringify({ runs: [{}] }), 'version'],
    ['no run', JSON.stringify({ version: '2.1.0', runs: [] }), 'no run'],
    ['runs that are no list', JSON.stringify({ version: '2.1.0', runs: {} }), 'no run'],
    ['a run without a tool', JSON.stringify({ version: '2.1.0', runs: [{ results: [] }] }), 'tool'],
    ['a run without results', JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } } }] }), 'results'],
    ['results that are null', logOf({ results: null }), 'results'],
  ])('of %s is refused, with the reason', (_, text, problem) => {
    expect(readSarif(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('is found behind warnings on the same stream, and behind a byte order mark', () => {
    expect(readSarif(`warning: {odd}\n${recorded('gosec')}`)).toMatchObject({ runs: [{ tool: 'gosec' }] });
    expect(readSarif(`\uFEFF${recorded('gosec')}`)).toMatchObject({ runs: [{ tool: 'gosec' }] });
  });

  it('counts rules of driver and extensions, and tells success and notifications', () => {
    expect(runOf(recorded('codeql'))).toMatchObject({
      rules: 2,
      successful: true,
      columns: 'utf16',
      artifacts: ['order book.py', 'broken.py'],
      notifications: [
        { id: 'py/diagnostics/successfully-extracted-files', level: 'none', paths: ['order book.py'] },
        { id: 'py/diagnostics/extraction-warnings', level: 'error', text: 'Syntax Error (in Python 3).', paths: ['broken.py'] },
      ],
    });
    expect(runOf(recorded('gcc-13')).successful).toBe(false);
    expect(runOf(recorded('gosec')).successful).toBeUndefined();
  });

  it('survives any shape of its parts', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(anything, anything, anything, anything, (results, rules, artifacts, invocations) => {
        const log = readSarif(
          JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rules } }, results, artifacts, invocations }] }),
        );
        return 'runs' in log || log.problem !== '';
      }),
    );
  });
});
