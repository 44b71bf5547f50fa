import type { Analyzer } from './analyzer.ts';
import { failed } from './file-report.ts';
import { lineDirective } from './line-directive.ts';
import { outsideInclude } from './outside-include.ts';

/** Why code must not reach a tool, in words; undefined where it may. */
export type Refusal = (code: string) => string | undefined;

/** An `analyze` that keeps refused files from the tool, and reports them as skipped with the reason. */
export const refusing =
  (refusal: Refusal, analyze: Analyzer['analyze']): Analyzer['analyze'] =>
  async (files, signal) => {
    const refusals = files.map(({ code }) => refusal(code));
    const reports = await analyze(
      files.filter((_, index) => refusals[index] === undefined),
      signal,
    );
    let next = 0;
    return refusals.map((why) =>
      why === undefined
        ? (reports[next++] ?? failed('skipped-by-tool', 'the tool gave no report'))
        : failed('skipped-by-tool', `not analyzed, since it ${why}`),
    );
  };

const fromPreprocessor: Refusal = (code) => {
  const outside = outsideInclude(code);
  if (outside !== undefined) return `includes a file from outside: ${outside}`;
  const moved = lineDirective(code);
  return moved === undefined ? undefined : `gives its lines another place: ${moved}`;
};

/**
 * For tools with a preprocessor of C: keeps from them what would read a file of this machine, and what would move its own
 * findings to another file; see `outsideInclude` and `lineDirective`.
 */
export const refusingOutsideIncludes = (analyze: Analyzer['analyze']): Analyzer['analyze'] => refusing(fromPreprocessor, analyze);
