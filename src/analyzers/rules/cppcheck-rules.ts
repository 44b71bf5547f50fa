import type { RuleTable } from './rule-table.ts';

/**
 * Where cppcheck's own CWE (its `cwe` attribute, used for every id that is not here) is a pillar, a category, or one of several
 * siblings that the check does not tell apart: it names CWE-788 for reads and for writes past the end.
 */
export const cppcheckRules: RuleTable = {
  arrayIndexOutOfBounds: { cwe: ['CWE-788', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  arrayIndexOutOfBoundsCond: { cwe: ['CWE-788', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  bufferAccessOutOfBounds: { cwe: ['CWE-788', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  outOfBounds: { cwe: ['CWE-788', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  ctuArrayIndex: { cwe: ['CWE-788', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  negativeIndex: { cwe: ['CWE-786', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  pointerOutOfBounds: { cwe: ['CWE-823'], severity: 'unrated' },
  pointerOutOfBoundsCond: { cwe: ['CWE-823'], severity: 'unrated' },
  ctuPointerArith: { cwe: ['CWE-823'], severity: 'unrated' },
  objectIndex: { cwe: ['CWE-758', 'CWE-787', 'CWE-125'], severity: 'unrated' },
  invalidscanf: { cwe: ['CWE-120', 'CWE-787'], severity: 'unrated' },
  invalidScanfFormatWidth: { cwe: ['CWE-120', 'CWE-787'], severity: 'unrated' },
  getsCalled: { cwe: ['CWE-242', 'CWE-120', 'CWE-787'], severity: 'high' },
  nullPointerArithmetic: { cwe: ['CWE-476'], severity: 'unrated' },
  nullPointerArithmeticRedundantCheck: { cwe: ['CWE-476'], severity: 'unrated' },
  ctunullpointer: { cwe: ['CWE-476'], severity: 'unrated' },
  integerOverflow: { cwe: ['CWE-190'], severity: 'unrated' },
  integerOverflowCond: { cwe: ['CWE-190'], severity: 'unrated' },
  sizeofCalculation: { cwe: ['CWE-467'], severity: 'unrated' },
  useAutoPointerMalloc: { cwe: ['CWE-762'], severity: 'unrated' },
};
