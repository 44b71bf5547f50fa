import type { Forecast } from './forecast.ts';
import { hasBothKinds, logistic, logOdds, type Recalibrator } from './recalibration.ts';

type Line = { readonly slope: number; readonly offset: number };
type Point = { readonly x: number; readonly target: number };

const lossOf = (points: readonly Point[], { slope, offset }: Line): number =>
  points.reduce((sum, { x, target }) => {
    const z = slope * x + offset;
    // log(1 + e^z) − target · z, without overflow.
    return sum + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z;
  }, 0);

/** One Newton step, ridged a little so that it exists where all forecasts are alike. */
const step = (points: readonly Point[], { slope, offset }: Line): Line => {
  let [g1, g0, h11, h10, h00] = [0, 0, 1e-9, 0, 1e-9];
  for (const { x, target } of points) {
    const p = logistic(slope * x + offset);
    const [miss, weight] = [p - target, p * (1 - p)];
    g1 += miss * x;
    g0 += miss;
    h11 += weight * x * x;
    h10 += weight * x;
    h00 += weight;
  }
  const determinant = h11 * h00 - h10 * h10;
  return { slope: (h00 * g1 - h10 * g0) / determinant, offset: (h11 * g0 - h10 * g1) / determinant };
};

const minimise = (points: readonly Point[], start: Line): Line => {
  let line = start;
  let loss = lossOf(points, line);
  for (let round = 0; round < 100; round += 1) {
    const move = step(points, line);
    let scale = 1;
    let next = line;
    let nextLoss = loss;
    for (; scale > 1e-8; scale /= 2) {
      next = { slope: line.slope - scale * move.slope, offset: line.offset - scale * move.offset };
      nextLoss = lossOf(points, next);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-12)) return line;
    line = next;
    loss = nextLoss;
  }
  return line;
};

const targetsOf = (forecasts: readonly Forecast[]): readonly Point[] => {
  const insecure = forecasts.filter((one) => one.insecure).length;
  const high = (insecure + 1) / (insecure + 2);
  const low = 1 / (forecasts.length - insecure + 2);
  return forecasts.map((one) => ({ x: logOdds(one.probability), target: one.insecure ? high : low }));
};

/**
 * Platt's scaling (1999): p' = σ(a · logit p + b), by Newton's method with line search as in Lin, Lin and Weng (2007), on Platt's
 * softened targets (n₊ + 1) / (n₊ + 2) and 1 / (n₋ + 2), which keep it finite where the kinds are separable.
 * A judge whose order is the wrong way round gets slope 0: the correction never turns it round.
 */
export const platt: Recalibrator = {
  id: 'platt',
  fit: (forecasts) => {
    if (!hasBothKinds(forecasts)) return undefined;
    const points = targetsOf(forecasts);
    const free = minimise(points, { slope: 1, offset: 0 });
    const mean = points.reduce((sum, { target }) => sum + target, 0) / points.length;
    const { slope, offset } = free.slope > 0 ? free : { slope: 0, offset: Math.log(mean / (1 - mean)) };
    return (probability) => logistic(slope * logOdds(probability) + offset);
  },
};
