import type { CweId } from '../../core/index.ts';

/** MITRE's list of the 25 most dangerous software weaknesses of one year. */
export type Top25 = { readonly year: number; readonly ranks: readonly CweId[] };

const ranked = (...numbers: readonly number[]): readonly CweId[] => numbers.map((number): CweId => `CWE-${number}`);

/** By rank, the first one first. */
export const top25Lists: readonly Top25[] = [
  {
    year: 2024,
    ranks: ranked(79, 787, 89, 352, 22, 125, 78, 416, 862, 434, 94, 20, 77, 287, 269, 502, 200, 863, 918, 119, 476, 798, 190, 400, 306),
  },
  {
    year: 2025,
    ranks: ranked(79, 89, 352, 862, 787, 22, 416, 125, 78, 94, 120, 434, 476, 121, 502, 122, 863, 20, 284, 200, 306, 918, 77, 639, 770),
  },
];

export const top25Titles: ReadonlyMap<CweId, string> = new Map<CweId, string>([
  ['CWE-20', 'Improper Input Validation'],
  ['CWE-22', 'Path Traversal'],
  ['CWE-77', 'Command Injection'],
  ['CWE-78', 'OS Command Injection'],
  ['CWE-79', 'Cross-site Scripting'],
  ['CWE-89', 'SQL Injection'],
  ['CWE-94', 'Code Injection'],
  ['CWE-119', 'Operations outside the Bounds of a Memory Buffer'],
  ['CWE-120', 'Classic Buffer Overflow'],
  ['CWE-121', 'Stack-based Buffer Overflow'],
  ['CWE-122', 'Heap-based Buffer Overflow'],
  ['CWE-125', 'Out-of-bounds Read'],
  ['CWE-190', 'Integer Overflow or Wraparound'],
  ['CWE-200', 'Exposure of Sensitive Information'],
  ['CWE-269', 'Improper Privilege Management'],
  ['CWE-284', 'Improper Access Control'],
  ['CWE-287', 'Improper Authentication'],
  ['CWE-306', 'Missing Authentication for Critical Function'],
  ['CWE-352', 'Cross-Site Request Forgery'],
  ['CWE-400', 'Uncontrolled Resource Consumption'],
  ['CWE-416', 'Use After Free'],
  ['CWE-434', 'Unrestricted Upload of Dangerous File Types'],
  ['CWE-476', 'NULL Pointer Dereference'],
  ['CWE-502', 'Deserialization of Untrusted Data'],
  ['CWE-639', 'Authorization Bypass Through User-Controlled Key'],
  ['CWE-770', 'Allocation of Resources Without Limits'],
  ['CWE-787', 'Out-of-bounds Write'],
  ['CWE-798', 'Use of Hard-coded Credentials'],
  ['CWE-862', 'Missing Authorization'],
  ['CWE-863', 'Incorrect Authorization'],
  ['CWE-918', 'Server-Side Request Forgery'],
]);

/** Why an entry may have no task, where more can be said than that nobody has written one. Shown only while it has none. */
export const whyNotCovered: ReadonlyMap<CweId, string> = new Map<CweId, string>([
  ['CWE-269', 'privileges of a machine belong to a deployment; one answer behind a driver holds none'],
  ['CWE-284', "a pillar of MITRE's tree: the weaknesses below it are entries of their own"],
  ['CWE-798', 'a secret in the source shows in the text, not in what a call does; the analyzers look for it'],
]);
