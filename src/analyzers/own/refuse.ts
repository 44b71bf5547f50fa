import type { Analyzer, SourceFile } from '../analyzer.ts';
import { failed } from '../file-report.ts';
import { lineDirective } from '../line-directive.ts';
import { outsideInclude } from '../outside-include.ts';

/** `import "C"` makes Go's build start a C compiler, with flags of the candidate's choice. */
const callsC = /\bimport\s*(?:\([^)]*)?["`]C["`]/;

/** Why a tool that compiles on this machine must not get the file; undefined where it may. */
export const refusalOf = ({ language, code }: Pick<SourceFile, 'language' | 'code'>): string | undefined => {
  if (language === 'go') return callsC.test(code) ? 'imports "C", whose build would start a C compiler' : undefined;
  if (language !== 'c' && language !== 'cpp') return undefined;
  const outside = outsideInclude(code);
  if (outside !== undefined) return `includes a file from outside: ${outside}`;
  const moved = lineDirective(code);
  return moved === undefined ? undefined : `gives its lines another place: ${moved}`;
};

/** An `analyze` that keeps such files from the tool, and reports them as skipped with the reason. */
export const refusingFiles =
  (analyze: Analyzer['analyze']): Analyzer['analyze'] =>
  async (files, signal) => {
    const refusals = files.map(refusalOf);
    const reports = await analyze(
      files.filter((_, index) => refusals[index] === undefined),
      signal,
    );
    const rest = reports.values();
    return refusals.map((why) =>
      why === undefined
        ? (rest.next().value ?? failed('skipped-by-tool', 'the tool gave no report'))
        : failed('skipped-by-tool', `not analyzed, since it ${why}`),
    );
  };
