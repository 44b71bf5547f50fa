import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/analyzers/analyzer.ts';
import { languageFacts } from '../../src/core/index.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { ownToolCases } from './own-tools.ts';

const said = (report: FileReport) => (report.status === 'failed' ? report.reason : report.findings.some(({ cwe }) => cwe.length > 0));

describe.each(ownToolCases)('$id, played by a stand-in', ({ id, create, language, obeyed }) => {
  const badOf = (): string => create().controls.find((control) => control.language === language)?.bad ?? '';
  const comment = languageFacts[language].lineComment;
  const reportsOn = (mark: string) => {
    const codes = [badOf(), `${comment} ${mark}\n`, badOf()];
    return create().analyze(codes.map((code, index) => ({ name: `s${index}`, language, code })));
  };

  it.each(obeyed)('charges %s to the file that asks for it, as %s', async (mark, reason) => {
    expect((await reportsOn(mark)).map(said)).toEqual([true, reason, true]);
  });

  it('calls a hang a timeout', async () => {
    const hanging = create({ budget: { baseMs: 2_000, perFileMs: 0 } });
    expect(await hanging.analyze([{ name: 's', language, code: `${comment} DO_HANG\n` }])).toMatchObject([
      { status: 'failed', reason: 'timeout' },
    ]);
  });

  it('is absent, with a remedy, where the tool is not to be found; and throws where it is asked all the same', async () => {
    const analyzer = create({ command: 'fathom-has-no-such-tool' });
    expect(await analyzer.detect()).toMatchObject({ state: 'absent', remedy: expect.stringMatching(/nstall|npack/) });
    await expect(analyzer.analyze([{ name: 's', language, code: badOf() }])).rejects.toThrow('could not be started');
  });

  it('is broken where the tool does not name its version', async () => {
    expect(await create({ command: 'sh' }).detect()).toMatchObject({ state: 'broken' });
  });

  it('names version and rules, and is brought by the user', async () => {
    const analyzer = create();
    expect(analyzer.id).toBe(id);
    expect(analyzer.broughtByUser).toBe(id === 'any' ? undefined : true);
    expect(await analyzer.detect()).toMatchObject({
      state: 'ready',
      version: expect.stringMatching(/\d/),
      ruleSet: expect.stringMatching(/./),
    });
  });

  it('is not silenced by words in comments', async () => {
    const words = 'nosec nosemgrep noqa NOSONAR nolint lgtm bearer:disable all';
    const code = badOf()
      .split('\n')
      .map((line) => (line.trim() === '' ? line : `${line} ${comment} ${words}`))
      .join('\n');
    const [report] = await create().analyze([{ name: 's', language, code }]);
    expect(report).toMatchObject({ status: 'analyzed', findings: [expect.objectContaining({ location: expect.anything() })] });
  });
});

for (const { id, create } of ownToolCases.filter(({ id }) => id !== 'opengrep'))
  describeAnalyzer(id, { create: () => create(), unparsable: {}, silenced: [] });
