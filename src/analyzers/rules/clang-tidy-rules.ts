import type { RuleTable } from './rule-table.ts';

const everyUse = 'matches every call of a function that is easily misused, however it is called';

/**
 * Checks that are switched on, where the version has them. clang-tidy names no CWE. Checks of style are left out, and so are its
 * `clang-analyzer-*`, which are the checkers of clang's analyzer: they have an adaptor of their own, in the same family.
 */
export const clangTidyRules: RuleTable = {
  'bugprone-dangling-handle': { cwe: ['CWE-416', 'CWE-825'], severity: 'high' },
  'bugprone-exception-escape': { cwe: ['CWE-248'], severity: 'low' },
  'bugprone-implicit-widening-of-multiplication-result': { cwe: ['CWE-190'], severity: 'low' },
  'bugprone-infinite-loop': { cwe: ['CWE-835'], severity: 'medium' },
  'bugprone-misplaced-operator-in-strlen-in-alloc': { cwe: ['CWE-131', 'CWE-787'], severity: 'high' },
  'bugprone-misplaced-pointer-arithmetic-in-alloc': { cwe: ['CWE-131'], severity: 'medium' },
  'bugprone-misplaced-widening-cast': { cwe: ['CWE-190'], severity: 'medium' },
  'bugprone-narrowing-conversions': { hint: 'matches every conversion to a narrower type, whatever the values are' },
  'bugprone-not-null-terminated-result': { cwe: ['CWE-170'], severity: 'high' },
  'bugprone-posix-return': { cwe: ['CWE-253'], severity: 'medium' },
  'bugprone-signal-handler': { cwe: ['CWE-479'], severity: 'medium' },
  'bugprone-signed-char-misuse': { cwe: ['CWE-194'], severity: 'low' },
  'bugprone-sizeof-container': { cwe: ['CWE-467'], severity: 'medium' },
  'bugprone-sizeof-expression': { cwe: ['CWE-467'], severity: 'medium' },
  'bugprone-string-constructor': { cwe: ['CWE-131', 'CWE-125'], severity: 'medium' },
  'bugprone-stringview-nullptr': { cwe: ['CWE-476'], severity: 'high' },
  'bugprone-suspicious-memset-usage': { cwe: ['CWE-687'], severity: 'low' },
  'bugprone-suspicious-realloc-usage': { cwe: ['CWE-401'], severity: 'medium' },
  'bugprone-swapped-arguments': { cwe: ['CWE-683'], severity: 'low' },
  'bugprone-too-small-loop-variable': { cwe: ['CWE-190', 'CWE-835'], severity: 'medium' },
  'bugprone-unchecked-optional-access': { cwe: ['CWE-754'], severity: 'low' },
  'bugprone-unhandled-exception-at-new': { cwe: ['CWE-248'], severity: 'low' },
  'bugprone-unique-ptr-array-mismatch': { cwe: ['CWE-762'], severity: 'medium' },
  'bugprone-shared-ptr-array-mismatch': { cwe: ['CWE-762'], severity: 'medium' },
  'bugprone-unsafe-functions': { cwe: ['CWE-676', 'CWE-120', 'CWE-787'], severity: 'medium' },
  'bugprone-unused-return-value': { cwe: ['CWE-252'], severity: 'low' },
  'bugprone-use-after-move': { cwe: ['CWE-672'], severity: 'medium' },
  'cert-env33-c': { cwe: ['CWE-78'], severity: 'medium' },
  'cert-err33-c': { cwe: ['CWE-252'], severity: 'low' },
  'cert-err34-c': { hint: everyUse },
  'cert-msc30-c': { cwe: ['CWE-338'], severity: 'low' },
  'cert-msc50-cpp': { cwe: ['CWE-338'], severity: 'low' },
  'cert-msc32-c': { cwe: ['CWE-336', 'CWE-337'], severity: 'medium' },
  'cert-msc51-cpp': { cwe: ['CWE-336', 'CWE-337'], severity: 'medium' },
  'concurrency-mt-unsafe': { hint: everyUse },
  'misc-misleading-bidirectional': { cwe: ['CWE-1007'], severity: 'high' },
  'misc-misleading-identifier': { cwe: ['CWE-1007'], severity: 'medium' },
  'misc-new-delete-overloads': { cwe: ['CWE-762'], severity: 'low' },
};
