import { intersection } from './intersection.ts';
import { majority } from './majority.ts';
import type { FusionRule } from './rule.ts';
import { union } from './union.ts';
import { witnessedFirst } from './witnessed-first.ts';

export { decideFunctional } from './functional.ts';
export { fuse, fuseVotes, type Votes } from './fuse.ts';
export { intersection } from './intersection.ts';
export { majority } from './majority.ts';
export type { FusionRule, Vote } from './rule.ts';
export { union } from './union.ts';
export { isExecuted, votesOn } from './votes.ts';
export { witnessedFirst } from './witnessed-first.ts';

/** Every rule there is; the first is the default. */
export const fusionRules: readonly FusionRule[] = [intersection, union, majority, witnessedFirst];
