import type { Evaluation, Manifest } from '../core/index.ts';
import type { FusionRule } from '../fusion/index.ts';
import { cellsOf } from './cells.ts';
import { censusBySystem } from './census.ts';
import type { ClaimedBy } from './claim.ts';
import type { FreshSide } from './fresh.ts';
import { groupBy } from './group-by.ts';
import { freshSide } from './iceberg.ts';
import { judge } from './judge.ts';

/** Splits of frozen suites that are taken for unseen. A public one is published when it is made. */
export const freshSplits: readonly string[] = ['rotating', 'private'];

/**
 * The systems of a run over freshly mutated tasks, by name, ready to be set beside the run over the published ones.
 * A task whose hash is the same in both runs is no variant, and is left out.
 */
export const freshSides = (
  fresh: Evaluation,
  published: Manifest,
  { rule, claimedBy }: { readonly rule: FusionRule; readonly claimedBy: ClaimedBy },
): ReadonlyMap<string, FreshSide> => {
  const hashes = new Map(published.tasks.map(({ id, hash }) => [id, hash]));
  const unchanged = new Set(fresh.manifest.tasks.filter(({ id, hash }) => hashes.get(id) === hash).map(({ id }) => id));
  const suites = fresh.manifest.suites.map(({ id, split }) => (split === undefined ? id : `${id}, ${split}`)).join('; ');
  const { samples, traces } = judge(fresh.entries, rule, claimedBy);
  const censuses = censusBySystem(fresh.entries);
  const bySystem = groupBy(cellsOf(fresh.manifest, samples).cells, (cell) => [cell.system]);
  return new Map(
    [...bySystem].map(([system, cells]) => [
      system,
      freshSide({ cells, traces, census: censuses.get(system) ?? [] }, claimedBy, { unchanged, suites }),
    ]),
  );
};
