import { passAtK } from '../estimators.ts';
import { functionalPasses, functionalUnknowns, securePasses, secureUnknowns, type Tally } from '../tally.ts';
import { type Convention, type ConventionMetric, orExcluded } from './convention.ts';

const amongAll = (name: string, good: (tally: Tally) => number): ConventionMetric => ({
  name: (k) => `${name}@${k}`,
  dependsOnK: true,
  score: (tally, k) => orExcluded(passAtK(tally.n, good(tally), k), 'k > n'),
  unknown: (tally) => tally.n - decidedSamples(tally),
});

const decidedSamples = (tally: Tally): number => tally.passPass + tally.passFail + tally.failPass + tally.failFail;

const amongFunctional = (name: ConventionMetric['name']): ConventionMetric => ({
  name,
  dependsOnK: true,
  score: (tally, k) => passAtK(functionalPasses(tally), tally.passPass, k) ?? 0,
  unknown: (tally) => functionalUnknowns(tally) + tally.passUnknown,
});

/** As its documentation and `calculate_all_metrics` have it. */
export const dualgauge: Convention = {
  id: 'dualgauge',
  summary: 'As DualGauge documents it: secure@k_pass is 0 where fewer than k samples are functional.',
  source: 'DualGauge (arXiv 2511.20709), documentation and calculate_all_metrics',
  departures: ['secure@k_pass of a prompt with fewer than k functional samples is 0 and is averaged in', 'no bounds: unknown is a fail'],
  metrics: [
    amongAll('pass', functionalPasses),
    amongAll('secure', securePasses),
    amongAll('secure-pass', (tally) => tally.passPass),
    amongFunctional((k) => `secure@${k}_pass`),
  ],
};

/** As its second script and its dashboard have it: the two joint formulas have changed places. */
export const dualgaugeDashboard: Convention = {
  id: 'dualgauge-dashboard',
  summary: 'As the dashboard of DualGauge computes it: `secure-pass@k` is conditional, `secure@k_pass` is the margin.',
  source: 'DualGauge, calculate_metrics_with_k and the dashboard',
  departures: [
    'secure-pass@k holds 1 − C(c−sp, k) / C(c, k), which is secure@k_pass elsewhere',
    'secure@k_pass holds 1 − C(n−s, k) / C(n, k), the secure axis alone',
  ],
  metrics: [
    amongAll('pass', functionalPasses),
    amongFunctional((k) => `secure-pass@${k}`),
    {
      name: (k) => `secure@${k}_pass`,
      dependsOnK: true,
      score: (tally, k) => orExcluded(passAtK(tally.n, securePasses(tally), k), 'k > n'),
      unknown: secureUnknowns,
    },
  ],
};
