import { baxbench } from './baxbench.ts';
import { codeguardPlus } from './codeguard-plus.ts';
import type { Convention } from './convention.ts';
import { cweval } from './cweval.ts';
import { dualgauge, dualgaugeDashboard } from './dualgauge.ts';
import { fathom } from './fathom.ts';

export { baxbench } from './baxbench.ts';
export { codeguardPlus } from './codeguard-plus.ts';
export type { Convention, ConventionMetric, Excluded } from './convention.ts';
export { cweval } from './cweval.ts';
export { dualgauge, dualgaugeDashboard } from './dualgauge.ts';
export { fathom } from './fathom.ts';

/** Every convention there is; the first is the default. */
export const conventions: readonly Convention[] = [fathom, codeguardPlus, dualgauge, dualgaugeDashboard, cweval, baxbench];
