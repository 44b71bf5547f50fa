import { beforeAll, describe, expect, it } from 'vitest';
import type { Analyzer, Detection, FileReport, SourceFile } from '../../src/analyzers/analyzer.ts';
import { type Language, languageFacts, related } from '../../src/core/index.ts';

/** Code that no parser of the language takes. Absent where the tool parses nothing. */
export type AnalyzerContract = {
  readonly create: () => Analyzer;
  readonly unparsable: Partial<Record<Language, string>>;
  /** Bad code of a control, in which the candidate tells the tool to look away. Each must still be found. */
  readonly silenced: readonly { readonly name: string; readonly language: Language; readonly code: string; readonly ruleId: string }[];
};

const findingsOf = (report: FileReport | undefined) => (report?.status === 'analyzed' ? report.findings : undefined);

/**
 * What every analyzer promises. Skips, with the reason, where the tool is absent or broken on this machine; what holds without
 * the tool (its stand-ins) is each adaptor's own test.
 */
export const describeAnalyzer = (name: string, contract: AnalyzerContract): void => {
  describe(`${name}: the analyzer contract`, () => {
    const analyzer = contract.create();
    let detection: Detection;
    beforeAll(async () => {
      detection = await analyzer.detect();
    });

    const test = (title: string, body: () => Promise<void>): void => {
      it(title, async (context) => {
        if (detection.state !== 'ready') context.skip(`${analyzer.id} is ${detection.state} here: ${detection.problem}`);
        await body();
      });
    };
    const fileOf = (language: Language, code: string, stem = 'sample'): SourceFile => ({
      name: `${stem}.${languageFacts[language].extension}`,
      language,
      code,
    });
    const goodOf = (language: Language): string => analyzer.controls.find((control) => control.language === language)?.good ?? '';
    const badOf = (language: Language): string => analyzer.controls.find((control) => control.language === language)?.bad ?? '';
    const comment = (language: Language, text: string): string => (language === 'python' ? `# ${text}` : `// ${text}`);

    it('names itself in lower case, with a family, a summary and a control for each language', () => {
      expect(analyzer.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(analyzer.family).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(analyzer.summary).not.toBe('');
      for (const language of analyzer.languages) expect(analyzer.controls.some((control) => control.language === language)).toBe(true);
    });

    test('answers an empty batch with an empty list', async () => {
      expect(await analyzer.analyze([])).toEqual([]);
    });

    test('finds every known-bad control, with a related CWE and a place, and leaves the known-good ones alone', async () => {
      const { controls } = analyzer;
      const bad = await analyzer.analyze(controls.map(({ language, bad: code }, index) => fileOf(language, code, `bad${index}`)));
      const good = await analyzer.analyze(controls.map(({ language, good: code }, index) => fileOf(language, code, `good${index}`)));
      controls.forEach(({ name: control, cwe, bad: code }, index) => {
        const hit = findingsOf(bad[index])?.find((finding) => finding.cwe.some((id) => related(id, [cwe])));
        expect(hit, `${control}: ${JSON.stringify(bad[index])}`).toBeDefined();
        expect(hit?.location?.line).toBeGreaterThanOrEqual(1);
        expect(hit?.location?.line).toBeLessThanOrEqual(code.split('\n').length);
        expect(hit?.location?.column ?? 1).toBeGreaterThanOrEqual(1);
        expect(
          findingsOf(good[index])?.filter((finding) => finding.cwe.length > 0),
          `${control}: ${JSON.stringify(good[index])}`,
        ).toEqual([]);
      });
    });

    for (const language of analyzer.languages) {
      test(`keeps the order of the files in ${language}`, async () => {
        const files = Array.from({ length: 7 }, (_, index) =>
          fileOf(language, index % 3 === 1 ? badOf(language) : goodOf(language), `s${index}`),
        );
        const reports = await analyzer.analyze(files);
        expect(reports.map((report) => (findingsOf(report) ?? []).some(({ cwe }) => cwe.length > 0))).toEqual([
          false,
          true,
          false,
          false,
          true,
          false,
          false,
        ]);
      });

      test(`says the same of a file in ${language} alone and among others`, async () => {
        const file = fileOf(language, badOf(language));
        const [alone] = await analyzer.analyze([file]);
        const among = await analyzer.analyze([
          fileOf(language, goodOf(language), 'before'),
          file,
          fileOf(language, goodOf(language), 'after'),
        ]);
        expect(among[1]).toEqual(alone);
      });

      test(`fails a file in ${language} that does not parse, and not its neighbours`, async () => {
        const broken = contract.unparsable[language];
        if (broken === undefined) return;
        const codes = [badOf(language), broken, goodOf(language), broken, badOf(language)];
        const reports = await analyzer.analyze(codes.map((code, index) => fileOf(language, code, `s${index}`)));
        expect(
          reports.map((report) => (report.status === 'failed' ? report.reason : report.findings.some(({ cwe }) => cwe.length > 0))),
        ).toEqual([true, 'unparsable-code', false, 'unparsable-code', true]);
      });

      test(`finds the same in ${language} with Windows line ends`, async () => {
        const rules = async (code: string) =>
          findingsOf((await analyzer.analyze([fileOf(language, code)]))[0])?.map(({ ruleId, location }) => [ruleId, location?.line]);
        expect(await rules(badOf(language).replaceAll('\n', '\r\n'))).toEqual(await rules(badOf(language)));
      });

      test(`takes characters beyond ASCII in ${language}, and counts columns in UTF-16 units`, async () => {
        const code = `${comment(language, 'größer 𝒳 日本')}\n${badOf(language)}`;
        const [plain, report] = await analyzer.analyze([fileOf(language, badOf(language), 'a'), fileOf(language, code, 'b')]);
        expect(findingsOf(report)?.map(({ ruleId, location }) => [ruleId, location?.line, location?.column])).toEqual(
          findingsOf(plain)?.map(({ ruleId, location }) => [
            ruleId,
            location === undefined ? undefined : location.line + 1,
            location?.column,
          ]),
        );
      });

      test(`takes an empty file in ${language} as analyzed`, async () => {
        expect(await analyzer.analyze([fileOf(language, '')])).toEqual([{ status: 'analyzed', findings: [] }]);
      });

      test(`finds the control in ${language} behind a line of 200,000 characters, or says that it did not get through`, async () => {
        const [report] = await analyzer.analyze([fileOf(language, `${comment(language, 'x'.repeat(200_000))}\n${badOf(language)}`)]);
        expect(report?.status === 'failed' || (findingsOf(report)?.length ?? 0) > 0).toBe(true);
      });

      test(`does not depend on file names in ${language}, and does not repeat them`, async () => {
        const names = ['-o', 'test_x', 'a b', 'sample', '.hidden', "q'uote"];
        const reports = await analyzer.analyze(names.map((stem) => fileOf(language, badOf(language), stem)));
        expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
        expect(JSON.stringify(reports)).not.toMatch(/\/tmp\/|fathom-(?!patterns|taint)|s\d+_[0-9a-f]{12}/);
      });

      test(`never calls a file of ${language} with a zero byte or half a surrogate clean while it holds the bad control`, async () => {
        for (const odd of ['\0', '\ud800']) {
          const [report] = await analyzer.analyze([fileOf(language, `${badOf(language)}${comment(language, odd)}\n`)]);
          expect(report?.status === 'failed' || (findingsOf(report)?.length ?? 0) > 0).toBe(true);
        }
      });
    }

    for (const { name: how, language, code, ruleId } of contract.silenced) {
      test(`is not silenced by ${how}`, async () => {
        const [report] = await analyzer.analyze([fileOf(language, code)]);
        expect(findingsOf(report)?.map((finding) => finding.ruleId)).toContain(ruleId);
      });
    }

    test('stops when it is told to', async () => {
      const [language] = analyzer.languages;
      await expect(analyzer.analyze([fileOf(language, goodOf(language))], AbortSignal.abort(new Error('enough')))).rejects.toThrow(
        'enough',
      );
    });
  });
};
