import type { RuleTable } from './rule-table.ts';

const declaration = 'matches every declaration of a character array';
const everyUse = 'matches every call of a function that has no safer form';

/**
 * Flawfinder is lexical: it matches names. Where the matched thing has no other form that the tool would accept, the match is a hint.
 * The other rules keep the CWEs of the tool's own text, plus the sibling that MITRE's tree does not relate to them.
 */
export const flawfinderRules: RuleTable = {
  char: { hint: declaration },
  wchar_t: { hint: declaration },
  TCHAR: { hint: declaration },
  strlen: { hint: everyUse },
  wcslen: { hint: everyUse },
  read: { hint: everyUse },
  getc: { hint: everyUse },
  fgetc: { hint: everyUse },
  getchar: { hint: everyUse },
  fopen: { hint: everyUse },
  open: { hint: everyUse },
  memcpy: { hint: everyUse },
  bcopy: { hint: everyUse },
};
