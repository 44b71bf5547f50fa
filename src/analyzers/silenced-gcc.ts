import { blank, directiveMark, splicedLines } from './preprocessor-space.ts';

/**
 * What in C code could switch off gcc's warnings, analyzer included: `#pragma GCC diagnostic`, the operator `_Pragma`, or a
 * token pasted together to that operator. Undefined where there is nothing of the kind. A needless refusal is named in the report.
 */
export const diagnosticPragma = (code: string): string | undefined => {
  const spliced = splicedLines(code);
  const pragma = new RegExp(`${directiveMark}${blank}pragma${blank}GCC${blank}diagnostic[^\\r\\n]*`).exec(spliced)?.[0];
  return (pragma ?? /_Pragma\b|_(?:P(?:r(?:a(?:gm?)?)?)?)?\s*(?:##|%:%:)/.exec(spliced)?.[0])?.slice(0, 120);
};
