import type { Interval } from './measurement.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval of a share `p` seen in `n` independent units (Wilson 1927).
 * With none among n it reaches up to about z² / (n + z²): 3.7 / n for 95 %, beside which the rule of three's one-sided 3 / n stands.
 * For a mean of values in [0, 1] that are not all 0 or 1 it errs on the wide side, since p (1 − p) is the largest variance they can have.
 * Undefined for n = 0. Throws a RangeError for p outside [0, 1].
 */
export const wilson = (p: number, n: number, level: number): Interval | undefined => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`wilson: p must lie in [0, 1], and is ${p}`);
  if (n <= 0) return undefined;
  const z = normalQuantile(0.5 + level / 2);
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At the ends the exact bound is the end itself; rounding must not move it past the point.
  const low = p === 0 ? 0 : Math.max(0, (centre - reach) / scale);
  const high = p === 1 ? 1 : Math.min(1, (centre + reach) / scale);
  return { low, high, level, method: 'wilson' };
};
