import type { Analyzer, FileReport } from '../../analyzers/analyzer.ts';
import { type CweId, type Language, languageFacts } from '../../core/index.ts';

/** Whether a finding's weakness is about a task's: see `related` in core. */
export type Relates = (finding: CweId, taskCwes: readonly CweId[], alsoCounts: readonly CweId[]) => boolean;

export type Source = { readonly language: Language; readonly code: string };

/**
 * One report for each source, in order; equal code in the same language is analyzed once.
 * Throws where the tool as a whole fails, or gives another number of reports than it was given files.
 */
export const runs = async (analyzer: Analyzer, sources: readonly Source[], signal?: AbortSignal): Promise<readonly FileReport[]> => {
  const keyOf = ({ language, code }: Source): string => `${language}\n${code}`;
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
