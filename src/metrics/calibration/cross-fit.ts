import { random } from '../random.ts';
import type { Forecast } from './forecast.ts';
import type { Recalibrator } from './recalibration.ts';

/** The fold of each cluster: drawn by the seed, sizes as equal as can be. The order of the clusters does not matter. */
export const foldsOf = (clusters: Iterable<string>, folds: number, seed: number): ReadonlyMap<string, number> => {
  const names = [...new Set(clusters)].sort();
  const { below } = random(seed, names.length);
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [a = '', b = ''] = [names[last], names[other]];
    names[last] = b;
    names[other] = a;
  }
  return new Map(names.map((name, at) => [name, at % folds]));
};

/**
 * Each forecast corrected by what was learnt from the other folds, whole tasks at a time: what a correction promises on samples that it
 * was learnt from is not what it keeps. Undefined where some fold can't be learnt without: too few tasks, or all of one kind.
 */
export const crossFitted = (
  forecasts: readonly Forecast[],
  recalibrator: Recalibrator,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): readonly Forecast[] | undefined => {
  const foldOf = foldsOf(
    forecasts.map((one) => one.cluster),
    folds,
    seed,
  );
  const count = Math.min(folds, foldOf.size);
  if (count < 2) return undefined;
  const corrections = Array.from({ length: count }, (_, fold) =>
    recalibrator.fit(forecasts.filter((one) => foldOf.get(one.cluster) !== fold)),
  );
  const corrected: Forecast[] = [];
  for (const one of forecasts) {
    const correction = corrections[foldOf.get(one.cluster) ?? 0];
    if (correction === undefined) return undefined;
    corrected.push({ ...one, probability: correction(one.probability) });
  }
  return corrected;
};
