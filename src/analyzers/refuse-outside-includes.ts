import type { Analyzer } from './analyzer.ts';
import { failed } from './file-report.ts';
import { outsideInclude } from './outside-include.ts';

/** An `analyze` that keeps files with an outside include from the tool, and reports them as skipped; see `outsideInclude`. */
export const refusingOutsideIncludes =
  (analyze: Analyzer['analyze']): Analyzer['analyze'] =>
  async (files, signal) => {
    const refusals = files.map(({ code }) => outsideInclude(code));
    const reports = await analyze(
      files.filter((_, index) => refusals[index] === undefined),
      signal,
    );
    let next = 0;
    return refusals.map((refusal) => {
      if (refusal !== undefined) return failed('skipped-by-tool', `not analyzed, since it includes a file from outside: ${refusal}`);
      return reports[next++] ?? failed('skipped-by-tool', 'the tool gave no report');
    });
  };
