import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HttpClient, HttpRequest } from '../../src/analyzers/http-client.ts';
import { type SonarOptions, sonarqube } from '../../src/analyzers/sonarqube.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { standIn } from './own-tools.ts';
import { run } from './tools.ts';

const secret = 'squ_secret';
let projects = 0;
afterAll(() => {
  for (let number = 0; number < projects; number++) rmSync(join(tmpdir(), `fathom-test-${process.pid}-${number}.json`), { force: true });
});

type Changes = { readonly [path: string]: (request: HttpRequest) => { readonly status: number; readonly body: string } };

/** A server that holds what the stand-in scanner left. It answers in pages of two. */
const serverOf = (project: string, changes: Changes = {}): { readonly http: HttpClient; readonly asked: HttpRequest[] } => {
  const asked: HttpRequest[] = [];
  let questions = 0;
  const state = () => JSON.parse(readFileSync(join(tmpdir(), `${project}.json`), 'utf8'));
  const http: HttpClient = async (request) => {
    asked.push(request);
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/', '');
    const change = changes[path];
    if (change !== undefined) return change(request);
    const answer = (value: object) => ({ status: 200, body: JSON.stringify(value) });
    const page = (key: string, all: readonly object[]) => {
      const index = Number(url.searchParams.get('p'));
      return answer({ paging: { pageIndex: index, pageSize: 2, total: all.length }, [key]: all.slice(2 * index - 2, 2 * index) });
    };
    if (path === 'system/status') return answer({ id: 'x', version: '10.7.0.96327', status: 'UP' });
    if (path === 'qualityprofiles/search')
      return answer({
        profiles: [{ key: 'k', name: 'Sonar way', language: 'py', activeRuleCount: 285, rulesUpdatedAt: '2024-10-01T00:00:00+0000' }],
      });
    if (path === 'ce/task')
      return answer({
        task: {
          id: 'AY-1',
          status: questions++ === 0 ? 'PENDING' : state().failed ? 'FAILED' : 'SUCCESS',
          errorMessage: `no memory for ${secret}`,
        },
      });
    if (path === 'components/tree') return page('components', state().files);
    if (path === 'issues/search') return page('issues', state().issues);
    if (path === 'hotspots/search') return page('hotspots', state().hotspots);
    if (path === 'rules/show') {
      const key = url.searchParams.get('key');
      return answer({
        rule:
          key === 'pythonsecurity:S3649'
            ? { key, securityStandards: ['cwe:89', 'owaspTop10:a1'] }
            : { key, htmlDesc: '<p>Nothing of the kind</p>' },
      });
    }
    return { status: 404, body: '{"errors":[{"msg":"Unknown url"}]}' };
  };
  return { http, asked };
};

const made = (options: SonarOptions = {}, changes: Changes = {}, token: string | undefined = secret) => {
  const project = `fathom-test-${process.pid}-${projects++}`;
  const { http, asked } = serverOf(project, changes);
  const ports = { http, pause: async () => {}, token, tokenName: 'SONAR_TOKEN' };
  const all = { command: standIn('sonar-scanner'), url: 'http://sonar.example/', project, languages: ['python' as const], ...options };
  return { analyzer: sonarqube(run, ports, all), asked };
};

describeAnalyzer('sonarqube', { create: () => made().analyzer, unparsable: {}, silenced: [] });

const { controls } = made().analyzer;
const bad = controls[0].bad;
const analyze = (changes: Changes = {}, ...codes: readonly string[]) =>
  made({}, changes).analyzer.analyze(codes.map((code, index) => ({ name: `s${index}`, language: 'python', code })));

describe('sonarqube, with a stand-in of its scanner and of its server', () => {
  it('reads an issue with the weakness of its rule and the way from source to sink, a hotspot by its category, and no smell', async () => {
    const [issue, hotspot] = await analyze({}, bad, 'import os\nos.system(x)\n');
    expect(issue).toMatchObject({
      status: 'analyzed',
      findings: [
        {
          ruleId: 'pythonsecurity:S3649',
          cwe: ['CWE-89'],
          severity: 'high',
          path: [{ note: expect.stringContaining('Source') }, { note: expect.stringContaining('Sink') }],
        },
      ],
    });
    expect(hotspot).toMatchObject({ status: 'analyzed', findings: [{ ruleId: 'python:S4721', cwe: ['CWE-78'], severity: 'high' }] });
  });

  it.each([
    ['DO_SYNTAX', 'unparsable-code'],
    ['DO_SKIP', 'skipped-by-tool'],
    ['DO_SERVER_FAILS', 'tool-crashed'],
    ['DO_HALF', 'unparsable-output'],
    ['DO_EXIT', 'tool-crashed'],
  ])('charges %s to the file that asks for it, as %s', async (mark, reason) => {
    const reports = await analyze({}, bad, `# ${mark}\n`, bad);
    expect(reports.map((report) => (report.status === 'failed' ? report.reason : report.findings.length))).toEqual([1, reason, 1]);
  });

  it('is unknown where the list is longer than the server gives', async () => {
    const long = { 'issues/search': () => ({ status: 200, body: JSON.stringify({ paging: { total: 10_001 }, issues: [] }) }) };
    expect(await analyze(long, bad)).toMatchObject([
      { status: 'failed', reason: 'tool-crashed', detail: expect.stringContaining('10001 entries') },
    ]);
  });

  it('is unknown where the server answers otherwise, and never lets the token out', async () => {
    const odd = { 'components/tree': () => ({ status: 500, body: `no way, ${secret}` }) };
    const reports = await analyze(odd, bad);
    expect(reports).toMatchObject([
      { status: 'failed', reason: 'tool-crashed', detail: expect.stringContaining('status 500: no way, ***') },
    ]);
    const failing = await analyze({}, '# DO_SERVER_FAILS\n');
    expect(JSON.stringify([reports, failing])).not.toContain(secret);
  });

  it('sends the token in a header alone, to the one server', async () => {
    const { analyzer, asked } = made();
    await analyzer.analyze([{ name: 's', language: 'python', code: bad }]);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.every(({ url }) => url.startsWith('http://sonar.example/api/') && !url.includes(secret))).toBe(true);
    expect(asked.every(({ headers }) => headers.Authorization === `Bearer ${secret}`)).toBe(true);
  });

  it('hides a token that the scanner prints', async () => {
    const { analyzer } = made({}, {}, 'squ_refused');
    const reports = await analyzer.analyze([{ name: 's', language: 'python', code: bad }]);
    expect(reports).toMatchObject([{ status: 'failed', reason: 'tool-crashed' }]);
    expect(JSON.stringify(reports)).not.toContain('squ_refused');
  });

  it('uploads code, so it runs only where it is named', () => {
    expect(made().analyzer.onlyWhenNamed).toContain('uploads');
  });

  it('is ready with the versions of scanner and server, and the profiles', async () => {
    expect(await made().analyzer.detect()).toEqual({
      state: 'ready',
      version: 'scanner 6.2.1.4610, server 10.7.0.96327',
      ruleSet: expect.stringContaining('py: Sonar way, 285 rules'),
    });
  });

  it.each([
    ['the scanner', made({ command: 'fathom-has-no-such-tool' }), 'absent'],
    ['a token', made({}, {}, ''), 'absent'],
    ['a project', made({ project: undefined }), 'absent'],
    ['a rule', made({}, { 'qualityprofiles/search': () => ({ status: 200, body: '{"profiles":[]}' }) }), 'broken'],
    ['a permission', made({}, { 'system/status': () => ({ status: 401, body: '' }) }), 'broken'],
  ])('is of no use without %s, and says so', async (_, { analyzer }, state) => {
    expect(await analyzer.detect()).toMatchObject({ state, remedy: expect.stringMatching(/./) });
  });
});
