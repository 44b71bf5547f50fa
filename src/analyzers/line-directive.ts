import { blank, directiveMark, splicedLines } from './preprocessor-space.ts';

/**
 * The first directive of C code that gives its lines another place (`#line 1 "x.h"`, `# 1 "x.h" 3`); undefined where there is none.
 * Tools report at the place that is claimed, and nothing at all in what calls itself a header of the system: a candidate could
 * silence them with one line. Looks at line starts in strings and comments too: a needless refusal is named in the report.
 */
export const lineDirective = (code: string): string | undefined =>
  new RegExp(`(?:^|\\*\\/)${blank}(${directiveMark}${blank}(?:line(?![\\w])|\\d)[^\\r\\n]*)`, 'm')
    .exec(splicedLines(code))?.[1]
    ?.slice(0, 120);
