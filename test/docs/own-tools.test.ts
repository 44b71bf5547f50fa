import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ownToolsOf } from '../../src/compose/own-tools.ts';
import { configurationSchema } from '../../src/schemas/configuration.ts';
import { standIn } from '../analyzers/own-tools.ts';
import { run } from '../analyzers/tools.ts';

const page = readFileSync(new URL('../../docs/adding/own-tools.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '');
const tools = (settings: object) => ownToolsOf(configurationSchema.parse(settings), { run, environment: {}, cwd: '/' });

describe('the page on tools of one’s own', () => {
  it('shows configurations that are taken', () => {
    expect(blocks.length).toBeGreaterThan(6);
    for (const block of blocks) expect(() => configurationSchema.parse(parse(block)), block).not.toThrow();
  });

  it('has a section for every tool', () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, text]) => text?.toLowerCase() ?? '').join('\n');
    for (const { id } of tools({})) expect(headings, id).toContain(id.split('-')[0] ?? id);
  });

  it('shows an entry of five lines that works, with a tool of that command line', async () => {
    const [block = ''] = blocks;
    expect(block.trim().split('\n')).toHaveLength(5);
    const {
      'sarif-tools': [entry],
    } = parse(block);
    const command = [standIn('any-sarif'), '{folder}', '--to', '{output}'];
    const tool = tools({ 'sarif-tools': [{ ...entry, command }] }).at(-1);
    expect(tool).toMatchObject({ id: 'my-tool', family: 'my-engine', languages: ['python', 'javascript'] });
    expect(await tool?.detect()).toMatchObject({ state: 'ready', version: '3.1.4' });
    const { controls = [] } = tool ?? {};
    const reports = await tool?.analyze(
      controls.flatMap(({ language, bad, good }) => [bad, good].map((code, index) => ({ name: `s${index}`, language, code }))),
    );
    expect(reports?.map((report) => (report.status === 'analyzed' ? report.findings.map(({ cwe }) => cwe) : report.reason))).toEqual([
      [['CWE-78']],
      [],
      [['CWE-78']],
      [],
    ]);
  });

  it('shows one that takes the names of files, and writes to standard output', async () => {
    const {
      'sarif-tools': [entry],
    } = parse(blocks[1] ?? '');
    const settings = { ...entry, command: [standIn('any-sarif'), '{files}', '--silent'], version: [standIn('any-sarif'), '--version'] };
    const tool = tools({ 'sarif-tools': [settings] }).at(-1);
    const reports = await tool?.analyze((tool.controls ?? []).map(({ language, bad }) => ({ name: 's', language, code: bad })));
    expect(reports).toMatchObject([{ status: 'analyzed', findings: [{ cwe: ['CWE-89'] }] }]);
    const listing = tools({ 'sarif-tools': [{ ...settings, evidence: 'artifacts' }] }).at(-1);
    expect(await listing?.analyze([{ name: 's', language: 'go', code: 'package main\n' }])).toMatchObject([
      { status: 'failed', reason: 'skipped-by-tool', detail: expect.stringContaining('evidence: probe') },
    ]);
  });
});
