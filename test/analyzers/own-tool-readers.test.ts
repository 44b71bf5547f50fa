import { describe, expect, it } from 'vitest';
import { readBearer } from '../../src/analyzers/bearer.ts';
import { readGosec } from '../../src/analyzers/gosec.ts';
import { readInfer } from '../../src/analyzers/infer.ts';
import { probesOf } from '../../src/analyzers/own/probes.ts';
import { placeOf } from '../../src/analyzers/own/project.ts';
import { refusalOf } from '../../src/analyzers/own/refuse.ts';
import { withoutSuppressions } from '../../src/analyzers/own/suppression-words.ts';
import { readPysa } from '../../src/analyzers/pysa.ts';
import { readSemgrep } from '../../src/analyzers/semgrep.ts';
import { readSnyk } from '../../src/analyzers/snyk-code.ts';
import type { LaidFile } from '../../src/analyzers/source-folder.ts';
import type { Language } from '../../src/core/index.ts';

const laid = (name: string, language: Language = 'python', code = ''): LaidFile => ({ name, file: { name, language, code } });
const [a, b] = [laid('a.py'), laid('b.py')];

describe('semgrep’s JSON', () => {
  const report = (more: object): string =>
    JSON.stringify({ version: '1.97.0', results: [], errors: [], paths: { scanned: ['a.py', './src/b.py'] }, ...more });

  it('is believed of files that were scanned, and of no others', () => {
    expect(readSemgrep('semgrep', report({}), [a, b, laid('c.py')])).toMatchObject({
      answers: [{ status: 'analyzed' }, { status: 'analyzed' }, { status: 'failed', reason: 'skipped-by-tool' }],
    });
  });

  it('is not believed where no rule ran, which semgrep tells by scanning nothing', () => {
    const odd = {
      errors: [
        {
          code: 2,
          level: 'warn',
          type: 'Other syntax error',
          path: 'NO FILE INFO YET',
          message: 'Other syntax error at line NO FILE INFO YET:-1',
        },
      ],
      paths: { scanned: [] },
    };
    expect(readSemgrep('semgrep', report(odd), [a, b])).toMatchObject({ ok: false, failure: { reason: 'unparsable-code' } });
  });

  it('fails what parsed in part: a weakness may stand in the rest', () => {
    const errors = [{ level: 'warn', type: ['PartialParsing', []], path: 'a.py', message: 'Syntax error at line a.py:3' }];
    expect(readSemgrep('semgrep', report({ errors }), [a, b])).toMatchObject({
      answers: [{ reason: 'unparsable-code', detail: expect.not.stringContaining('a.py') }, { status: 'analyzed' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['a log', 'Scanning 3 files'],
    ['no paths', '{"results":[],"errors":[]}'],
    ['results that are none', '{"results":null,"errors":[],"paths":{"scanned":[]}}'],
  ])('is refused where it is %s', (_, text) => {
    expect(readSemgrep('semgrep', text, [a])).toMatchObject({ ok: false, failure: { reason: 'unparsable-output' } });
  });
});

describe('gosec’s JSON', () => {
  const [x, y] = [laid('x.go', 'go'), laid('y.go', 'go')];
  const report = (files: number, errors: object = {}, issues: unknown = []) =>
    JSON.stringify({ 'Golang errors': errors, Issues: issues, Stats: { files, lines: 1, nosec: 0, found: 0 }, GosecVersion: '2.21.4' });

  it('is believed where it counted every file, even where it writes null for no issues', () => {
    expect(readGosec(report(2, {}, null), [x, y])).toMatchObject({ answers: [{ status: 'analyzed' }, { status: 'analyzed' }] });
  });

  it('is not believed where it counted fewer: a package that does not load has no issues', () => {
    expect(readGosec(report(1), [x, y])).toMatchObject({ ok: false, failure: { reason: 'skipped-by-tool' } });
    expect(readGosec(report(0), [x])).toMatchObject({ ok: false });
  });

  it('charges an error of Go to its file, and one without a file to a batch', () => {
    const error = [{ line: 3, column: 1, error: "expected ';', found 'EOF'" }];
    expect(readGosec(report(1, { '/tmp/p/x.go': error }), [x, y])).toMatchObject({
      answers: [{ reason: 'unparsable-code', detail: expect.stringContaining('line 3') }, { status: 'analyzed' }],
    });
    expect(readGosec(report(2, { '': error }), [x, y])).toMatchObject({ ok: false });
    expect(readGosec(report(1, { '': error }), [x])).toMatchObject({ answers: [{ status: 'failed' }] });
  });

  it('has its own reading of rules: a file name is a path, an ignored error is a hint', () => {
    const issue = (rule_id: string) => ({
      severity: 'LOW',
      confidence: 'HIGH',
      cwe: { id: '703' },
      rule_id,
      details: 'd',
      file: '/tmp/x.go',
      line: '4-6',
      column: '2',
    });
    expect(readGosec(report(1, {}, [issue('G304'), issue('G104'), issue('G999')]), [x])).toMatchObject({
      answers: [{ findings: [{ cwe: ['CWE-22'], location: { line: 4, column: 2, endLine: 6 } }, { cwe: [] }, { cwe: ['CWE-703'] }] }],
    });
  });
});

describe('Bearer’s JSON', () => {
  const finding = (filename: string, more: object = {}) => ({
    cwe_ids: ['78'],
    id: 'python_lang_os_command',
    title: 't',
    line_number: 2,
    filename,
    ...more,
  });
  const probes = { 'probe_python.py': '' };
  const probe = finding('probe_python.py');

  it('of older versions, an object by severity, is read as well', () => {
    expect(readBearer(JSON.stringify({ critical: [probe], low: [finding('src/a.py')] }), [a, b], probes)).toMatchObject({
      answers: [{ findings: [{ cwe: ['CWE-78'], severity: 'low' }] }, { findings: [] }],
    });
  });

  it('is not believed where the planted weakness is not in it', () => {
    for (const text of ['{}', '{"source":"Bearer","version":"1.48.0","findings":null}', JSON.stringify({ findings: [finding('a.py')] })])
      expect(readBearer(text, [a], probes)).toMatchObject({
        ok: false,
        failure: { reason: 'skipped-by-tool', detail: expect.stringContaining('planted in probe_python.py') },
      });
  });

  it('counts errors beside findings', () => {
    const errors = [
      { filename: 'a.py', error: 'failed to parse' },
      { filename: 'b.py', error: 'timeout' },
    ];
    expect(readBearer(JSON.stringify({ findings: [probe], errors }), [a, b], probes)).toMatchObject({
      answers: [{ reason: 'unparsable-code' }, { reason: 'timeout' }],
    });
  });

  it.each(['', 'Error: no rules', '[]', '{"version":"9","issues":[]}', '{"findings":"none"}'])('is refused where it is %j', (text) => {
    expect(readBearer(text, [a], {})).toMatchObject({ ok: false, failure: { reason: 'unparsable-output' } });
  });
});

describe('the logs of Snyk, Infer and Pysa', () => {
  const snyk = (coverage: readonly object[]) =>
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'SnykCode' } }, results: [], properties: { coverage } }] });
  const supported = (files: number) => ({ files, isSupported: true, lang: 'Python', type: 'SUPPORTED' });

  it('of Snyk is believed where it covers every file, and only then', () => {
    expect(readSnyk(snyk([supported(2)]), [a, b])).toMatchObject({ ok: true });
    expect(readSnyk(snyk([supported(1), { files: 4, isSupported: false, lang: 'TOML' }]), [a, b])).toMatchObject({
      ok: false,
      failure: { reason: 'skipped-by-tool' },
    });
    expect(readSnyk(snyk([supported(2), { files: 1, isSupported: true, type: 'FAILED_PARSING' }]), [a, b])).toMatchObject({
      ok: false,
      failure: { reason: 'unparsable-code' },
    });
    expect(readSnyk(snyk([]), [a])).toMatchObject({ ok: false });
    expect(readSnyk(undefined, [a])).toMatchObject({ ok: false, failure: { reason: 'unparsable-output' } });
  });

  it('of Infer is believed of captured files; grades of certainty are one rule', () => {
    const issue = { bug_type: 'BUFFER_OVERRUN_L2', qualifier: 'q', severity: 'WARNING', line: 3, column: -1, file: './a.c', bug_trace: [] };
    expect(readInfer(JSON.stringify([issue]), '  ./a.c\n', [laid('a.c', 'c'), laid('b.c', 'c')])).toMatchObject({
      answers: [
        { findings: [{ ruleId: 'BUFFER_OVERRUN_L2', cwe: ['CWE-787', 'CWE-125', 'CWE-119'], severity: 'medium', location: { line: 3 } }] },
        { reason: 'unparsable-code' },
      ],
    });
    expect(readInfer('{}', 'a.c', [laid('a.c', 'c')])).toMatchObject({ ok: false, failure: { reason: 'unparsable-output' } });
  });

  it('of Pysa is read by name, or by the code that the user explains', () => {
    const error = (code: number, name: string) => ({ code, name, description: '', path: 'a.py', line: 2, column: 4 });
    const output = { errors: JSON.stringify([error(5005, 'Data to SQL'), error(9001, 'House rule')]), taint: '', said: '' };
    expect(readPysa(output, [a], { codes: { 9001: 'CWE-862' } }, {})).toMatchObject({
      answers: [{ findings: [{ ruleId: '5005', cwe: ['CWE-89'], location: { line: 2, column: 5 } }, { cwe: ['CWE-862'] }] }],
    });
    expect(readPysa({ ...output, errors: undefined }, [a], {}, {})).toMatchObject({ ok: false });
  });
});

describe('what reaches a tool that compiles here', () => {
  it.each([
    ['go', 'package main\n\nimport "C"\n'],
    ['go', 'package main\nimport (\n\t"fmt"\n\t"C"\n)\n'],
    ['go', 'package main\nimport `C`\n'],
    ['c', '#include "/etc/passwd"\n'],
    ['cpp', '#line 1 "/usr/include/x.h"\n'],
  ] as const)('is not a file of %s with %j', (language, code) => {
    expect(refusalOf({ language, code })).toEqual(expect.any(String));
  });

  it.each([
    ['go', 'package main\n\nimport "fmt"\n\nvar c = "C"\n'],
    ['python', '# import "/etc/passwd"\n'],
    ['c', '#include <stdio.h>\n'],
  ] as const)('is any other: %s with %j', (language, code) => {
    expect(refusalOf({ language, code })).toBeUndefined();
  });
});

describe('the folder of a tool', () => {
  it('holds each Go file in a folder of its own: files of one folder are one program', () => {
    expect(placeOf(laid('s0_ab.go', 'go'))).toBe('s0_ab/s0_ab.go');
    expect(placeOf(a)).toBe('a.py');
  });

  it('has a planted weakness for each language of the batch, and for no other', () => {
    const control = (language: Language) => ({ language, name: 'n', cwe: 'CWE-78', bad: `bad ${language}`, good: '' }) as const;
    expect(probesOf([control('python'), control('go'), control('c')], [a, laid('x.go', 'go'), b])).toEqual({
      'probe_python.py': 'bad python',
      'probe_go/probe_go.go': 'bad go',
    });
  });

  it('holds no word that silences a tool, and every character at its place', () => {
    const code = 'x = 1  # nosec B101 # NOSONAR\n// nosemgrep: r\n# bearer:disable a\n// deepcode ignore Sqli: y\n// lgtm[py/x]\n';
    const spoilt = withoutSuppressions(code);
    expect(spoilt).toHaveLength(code.length);
    expect(spoilt).not.toMatch(/nosec|NOSONAR|nosemgrep|bearer:disable|deepcode ignore|lgtm/i);
    expect(withoutSuppressions('const nose = secret;\n')).toBe('const nose = secret;\n');
  });
});
