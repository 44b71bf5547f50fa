import type { Analyzer, FileReport } from '../../analyzers/analyzer.ts';
import { type CweId, languageFacts } from '../../core/index.ts';
import { combine, type FileSource, partsOf, type Source } from './patched.ts';

/** Whether a finding's weakness is about a task's: see `related` in core. */
export type Relates = (finding: CweId, taskCwes: readonly CweId[], alsoCounts: readonly CweId[]) => boolean;

/**
 * One report for each source, in order. Of a patch task it is about the files that the change touches, without the findings that they had before.
 * Throws where the tool as a whole fails, or gives another number of reports than it was given files.
 */
export const runs = async (analyzer: Analyzer, sources: readonly Source[], signal?: AbortSignal): Promise<readonly FileReport[]> => {
  const parts = sources.map((source) => partsOf(source));
  const reports = await runsOfFiles(
    analyzer,
    parts.flatMap((each) => each.sources),
    signal,
  );
  let next = 0;
  return sources.map((source, index) => {
    const { sources: own = [], changes } = parts[index] ?? {};
    const said = reports.slice(next, next + own.length);
    next += own.length;
    const [only] = said;
    return changes === undefined && only !== undefined ? only : combine(source, changes ?? [], said);
  });
};

/** Equal code in the same language is analyzed once. */
const runsOfFiles = async (analyzer: Analyzer, sources: readonly FileSource[], signal?: AbortSignal): Promise<readonly FileReport[]> => {
  const keyOf = ({ language, code }: FileSource): string => `${language}\n${code}`;
  const distinct = [...new Map(sources.map((source) => [keyOf(source), source])).values()];
  if (distinct.length === 0) return [];
  const files = distinct.map(({ language, code }, index) => ({ name: `s${index}.${languageFacts[language].extension}`, language, code }));
  const reports = await analyzer.analyze(files, signal);
  const reportOf = new Map(distinct.map((source, index) => [keyOf(source), reports[index]]));
  return sources.map((source) => {
    const report = reportOf.get(keyOf(source));
    if (report === undefined || reports.length !== distinct.length) {
      throw new Error(`${analyzer.id} gave ${reports.length} reports for ${distinct.length} files`);
    }
    return report;
  });
};
