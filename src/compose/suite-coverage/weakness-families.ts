import { type CweId, parentsOf } from '../../core/index.ts';

/** A theme of weaknesses, for tables. Its roots and everything below them in MITRE's research view belong to it. */
export type WeaknessFamily = { readonly id: string; readonly roots: readonly CweId[] };

const roots = (...numbers: readonly number[]): readonly CweId[] => numbers.map((number): CweId => `CWE-${number}`);

/** In the order of tables. Where a weakness lies below roots of several families the nearest root wins, then the earlier family. */
export const weaknessFamilies: readonly WeaknessFamily[] = [
  { id: 'injection', roots: roots(74, 116, 138) },
  { id: 'files and paths', roots: roots(73, 377, 426, 427, 428, 434, 552, 706) },
  { id: 'memory', roots: roots(118, 129, 131, 134, 170, 401, 415, 416, 467, 476, 562, 590, 763, 824, 908) },
  { id: 'numbers', roots: roots(681, 682, 704, 1335) },
  { id: 'data formats', roots: roots(20, 112, 470, 502, 611, 776, 913, 915, 1321) },
  { id: 'authentication', roots: roots(256, 257, 287, 384, 521, 522, 613, 798, 1390, 1391) },
  { id: 'authorisation', roots: roots(266, 269, 285, 732, 284, 639, 862, 863) },
  { id: 'cryptography', roots: roots(208, 295, 310, 311, 326, 327, 328, 330, 345, 347, 916) },
  { id: 'requests and redirects', roots: roots(346, 352, 441, 601, 610, 614, 918, 1004, 1021) },
  { id: 'information', roots: roots(200, 203, 209, 212, 226, 402, 497, 532, 538) },
  { id: 'resources', roots: roots(400, 404, 405, 407, 674, 770, 772, 834, 1333) },
  { id: 'concurrency', roots: roots(362, 662, 667) },
  { id: 'error handling', roots: roots(252, 391, 703, 754, 755) },
];

/** The family of a weakness; `other` where no root is above it. */
export const familyOfCwe = (cwe: CweId): string => {
  // One generation of ancestors at a time: the nearest root decides.
  for (let generation: readonly CweId[] = [cwe]; generation.length > 0; generation = generation.flatMap(parentsOf)) {
    const found = weaknessFamilies.find((family) => family.roots.some((root) => generation.includes(root)));
    if (found !== undefined) return found.id;
  }
  return 'other';
};

/** A task belongs to the family of its first weakness; `no weakness` where it names none. */
export const familyOfTask = (cwes: readonly CweId[]): string => {
  const [first] = cwes;
  return first === undefined ? 'no weakness' : familyOfCwe(first);
};
