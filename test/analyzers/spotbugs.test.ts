import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CompileJava } from '../../src/analyzers/compile-java.ts';
import { spotbugs } from '../../src/analyzers/spotbugs.ts';
import { readBugReport } from '../../src/analyzers/spotbugs-xml.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { standIn } from './own-tools.ts';
import { run } from './tools.ts';

/** Plays a compiler: a "class file" is the source; each file has its own class, unless it asks for another name. */
const compile: CompileJava = async (files, signal) => {
  signal?.throwIfAborted();
  return files.map(({ code, name }, index) => {
    if (code.includes('DO_SYNTAX')) return { ok: false, reason: 'unparsable-code', detail: "line 1: ';' expected" };
    if (code.includes('DO_NO_BOX')) return { ok: false, reason: 'sandbox', detail: 'the box is gone' };
    const own = code.includes('DO_TWIN') ? 'shop/Twin.class' : `shop/C${index}${name.length}.class`;
    return { ok: true, classes: { [own]: Buffer.from(code) } };
  });
};

const command = standIn('spotbugs');
const withPlugins = () => spotbugs(run, compile, { command, plugins: [command] });

describeAnalyzer('spotbugs', { create: withPlugins, unparsable: { java: '// DO_SYNTAX\n' }, silenced: [] });

const bad = withPlugins().controls[0].bad;
const analyze = (...codes: readonly string[]) =>
  withPlugins().analyze(codes.map((code, index) => ({ name: `s${index}`, language: 'java', code })));
const said = async (...codes: readonly string[]) =>
  (await analyze(...codes)).map((report) => (report.status === 'failed' ? report.reason : report.findings.length));

describe('spotbugs, played by a stand-in', () => {
  it.each([
    ['DO_CRASH', 'tool-crashed'],
    ['DO_SKIP', 'skipped-by-tool'],
    ['DO_MISS', 'missing-dependency'],
    ['DO_ERROR', 'tool-crashed'],
    ['DO_HALF', 'unparsable-output'],
    ['DO_GARBAGE', 'unparsable-output'],
    ['DO_SYNTAX', 'unparsable-code'],
    ['DO_NO_BOX', 'sandbox'],
  ])('charges %s to the file that asks for it, as %s', async (mark, reason) => {
    expect(await said(bad, `// ${mark}\n`, bad)).toEqual([1, reason, 1]);
  });

  it('looks at candidates with one class name one after the other', async () => {
    expect(await said(`// DO_TWIN\n${bad}`, '// DO_TWIN\n')).toEqual([1, 0]);
  });

  it('has the words and the place of the bug, and the weakness of the pattern', async () => {
    const [report] = await analyze(bad);
    expect(report).toMatchObject({
      findings: [
        {
          oracle: 'static:spotbugs',
          ruleId: 'SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE',
          cwe: ['CWE-89'],
          severity: 'high',
          message: 'Outside data & a call',
        },
      ],
    });
  });

  it('needs FindSecBugs for commands, and asks its control for them only then', () => {
    expect(withPlugins().controls.map(({ cwe }) => cwe)).toEqual(['CWE-89', 'CWE-78']);
    expect(spotbugs(run, compile, { command }).controls.map(({ cwe }) => cwe)).toEqual(['CWE-89']);
  });

  it('is broken where nothing compiles for it', async () => {
    expect(await spotbugs(run, undefined, { command }).detect()).toMatchObject({
      state: 'broken',
      problem: expect.stringContaining('sandbox'),
    });
  });

  it('refuses a class that would be written elsewhere', async () => {
    const evil: CompileJava = async (files) => files.map(() => ({ ok: true, classes: { '../../evil.class': Buffer.from('x') } }));
    expect(await spotbugs(run, evil, { command }).analyze([{ name: 's', language: 'java', code: '' }])).toMatchObject([
      { status: 'failed', reason: 'skipped-by-tool' },
    ]);
  });
});

describe('the XML of FindBugs and SpotBugs', () => {
  const xml = readFileSync(new URL('../fixtures/analyzers/recorded/findbugs-3.1.0.xml', import.meta.url), 'utf8');

  it('of Debian’s findbugs 3.1.0 has bugs with places, classes that were looked at, and no errors', () => {
    const report = readBugReport(`a warning before it\n${xml}`);
    expect(report?.version).toContain('3.1.0');
    expect([...(report?.classes ?? [])].sort()).toEqual(['shop.Shop', 'shop.Shop$Item']);
    expect(report?.errors).toEqual([]);
    expect(report?.bugs).toContainEqual({
      type: 'SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE',
      category: 'SECURITY',
      priority: 1,
      rank: 10,
      cwe: 89,
      message: 'shop.Shop.of(Connection, String) passes a nonconstant String to an execute or addBatch method on an SQL statement',
      className: 'shop.Shop',
      line: 3,
      endLine: 3,
      steps: [],
    });
  });

  it.each([
    ['cut short', xml.slice(0, 2_000)],
    ['without its last line', xml.trimEnd().slice(0, -3)],
    ['without a summary', xml.replace(/<FindBugsSummary[\s\S]*<\/FindBugsSummary>/, '')],
    ['another document', '<?xml version="1.0"?><results version="2"></results>'],
    ['no XML', 'Killed'],
    ['nothing', ''],
  ])('is refused where it is %s', (_, text) => {
    expect(readBugReport(text)).toBeUndefined();
  });

  it('takes the place of the method where the bug has none, and reads entities and steps', () => {
    const line = (at: string, more = '') => `<SourceLine classname="A" ${at} sourcefile="A.java"${more}/>`;
    const bug = `<BugInstance type="T" priority="2" category="SECURITY"><LongMessage>a &lt;b&gt; &#228; &amp;lt;</LongMessage><Class classname="A">${line('start="1" end="9"')}</Class><Method classname="A" name="m">${line('start="4" end="6"')}</Method></BugInstance>`;
    const traced = `<BugInstance type="U" priority="1" category="SECURITY"><Class classname="A"/>${line('start="8" end="8"', ' primary="true"')}${line('start="3" end="3"', ' role="SOURCE_LINE_ANOTHER_INSTANCE"')}</BugInstance>`;
    const report = readBugReport(`<BugCollection version="4.8.6">${bug}${traced}<FindBugsSummary/></BugCollection>`);
    expect(report?.bugs).toMatchObject([
      { message: 'a <b> ä &lt;', line: 4, endLine: 6, steps: [] },
      { message: 'U', line: 8, steps: [{ line: 3 }] },
    ]);
  });
});
