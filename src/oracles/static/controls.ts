import type { Analyzer, FileReport } from '../../analyzers/analyzer.ts';
import type { ControlResult, CweId, Language } from '../../core/index.ts';
import { type Relates, runs } from './run.ts';

const found = (report: FileReport | undefined, cwe: CweId, relates: Relates): boolean =>
  report?.status === 'analyzed' && report.findings.some((finding) => finding.cwe.some((id) => relates(id, [cwe], [])));

const clean = (report: FileReport | undefined): boolean =>
  report?.status === 'analyzed' && report.incomplete === undefined && report.findings.every((finding) => finding.cwe.length === 0);

const why = (report: FileReport | undefined): string => {
  const problem = report?.status === 'failed' ? report : report?.incomplete;
  return problem === undefined ? '' : ` (${problem.reason}: ${problem.detail})`;
};

/**
 * Puts the analyzer's own controls to it, one result for each language. The bad program must be flagged with a related CWE, the good one
 * with none at all; a program that the tool did not get through counts as neither found nor clean. Throws where the tool does.
 */
export const runControls = async (analyzer: Analyzer, relates: Relates): Promise<readonly ControlResult[]> => {
  const { controls } = analyzer;
  const reports = await runs(
    analyzer,
    controls.flatMap(({ language, bad, good }) => [
      { language, code: bad },
      { language, code: good },
    ]),
  );
  const results = controls.map(({ language, name, cwe }, index) => {
    const [bad, good] = [reports[2 * index], reports[2 * index + 1]];
    const missed = found(bad, cwe, relates) ? [] : [`did not find ${name} (${cwe})${why(bad)}`];
    const alarmed = clean(good) ? [] : [`complained of the program without ${name}${why(good)}`];
    return { language, missed, alarmed };
  });
  const languages: readonly Language[] = [...new Set(controls.map(({ language }) => language))];
  return languages.map((language) => {
    const own = results.filter((result) => result.language === language);
    const problems = own.flatMap(({ missed, alarmed }) => [...missed, ...alarmed]);
    return {
      language,
      knownBadFound: own.every(({ missed }) => missed.length === 0),
      knownGoodClean: own.every(({ alarmed }) => alarmed.length === 0),
      ...(problems.length === 0 ? {} : { detail: problems.join('; ') }),
    };
  });
};

export const passes = ({ knownBadFound, knownGoodClean }: ControlResult): boolean => knownBadFound && knownGoodClean;
