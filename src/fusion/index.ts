import { dawidSkeneRule } from './dawid-skene.ts';
import { intersection } from './intersection.ts';
import { majority } from './majority.ts';
import type { FusionRule } from './rule.ts';
import { union } from './union.ts';
import { weighted } from './weighted.ts';
import { witnessedFirst } from './witnessed-first.ts';

export { dawidSkeneRule } from './dawid-skene.ts';
export { decideFunctional } from './functional.ts';
export { fuse, fuseVotes, type Votes } from './fuse.ts';
export { intersection } from './intersection.ts';
export { verdictsOf } from './labelled.ts';
export { majority } from './majority.ts';
export { measuredAccuracy } from './measured-accuracy.ts';
export { voterOf } from './odds.ts';
export { type FusionContext, type FusionRule, learned, type Subject, type Vote } from './rule.ts';
export { union } from './union.ts';
export { isExecuted, votesOn } from './votes.ts';
export { weighted } from './weighted.ts';
export { witnessedFirst } from './witnessed-first.ts';

/** Every rule there is; the first is the default. */
export const fusionRules: readonly FusionRule[] = [intersection, union, majority, witnessedFirst, weighted, dawidSkeneRule];
