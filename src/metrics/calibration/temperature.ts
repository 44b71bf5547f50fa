import { hasBothKinds, logistic, logOdds, type Recalibrator } from './recalibration.ts';

/** Where the kinds are separable, certainty would grow without end. */
const steepest = 20;

/**
 * Temperature scaling (Guo et al. 2017): p' = σ(logit p / T), T by maximum likelihood. In 1/T the loss is convex, so that bisection of its
 * slope finds the minimum. One parameter: it cures over- and underconfidence, never a leaning to one side.
 * 1/T lies in [0, 20]; 0 (always one half) where the judge's order is the wrong way round.
 */
export const temperature: Recalibrator = {
  id: 'temperature',
  fit: (forecasts) => {
    if (!hasBothKinds(forecasts)) return undefined;
    const points = forecasts.map((one) => ({ x: logOdds(one.probability), y: Number(one.insecure) }));
    const slopeAt = (inverse: number): number => points.reduce((sum, { x, y }) => sum + x * (logistic(inverse * x) - y), 0);
    let [low, high] = [0, steepest];
    if (slopeAt(low) >= 0) high = low;
    else if (slopeAt(high) <= 0) low = high;
    for (let round = 0; round < 60 && high > low; round += 1) {
      const middle = (low + high) / 2;
      if (slopeAt(middle) < 0) low = middle;
      else high = middle;
    }
    return (probability) => logistic(((low + high) / 2) * logOdds(probability));
  },
};
