import type { Manifest } from '../core/index.ts';
import { type Cell, cellKeyOf, type Placement } from './cell.ts';
import { groupBy } from './group-by.ts';
import type { JudgedEntry } from './measurement.ts';
import { placeMissing } from './missing.ts';

/** Every system of the manifest, then those that only entries name, sorted. */
export const systemsOf = (manifest: Manifest, samples: readonly JudgedEntry[]): readonly string[] => {
  const declared = manifest.systems.map((system) => system.id);
  const seen = new Set(samples.map(({ entry }) => entry.system));
  for (const id of declared) seen.delete(id);
  return [...new Set(declared), ...[...seen].sort()];
};

/**
 * The samples by prompt and system, sorted by key, with every requested sample that has no entry put where it is missing,
 * so that the cells' sizes add up to `manifest.requested` (or to the number of entries, where there are more).
 */
export const cellsOf = (
  manifest: Manifest,
  samples: readonly JudgedEntry[],
): { readonly cells: readonly Cell[]; readonly placement: Placement } => {
  const groups = groupBy(samples, ({ entry }) => [cellKeyOf(entry)]);
  const observed = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, judged]) => {
      const first = judged[0]?.entry;
      if (first === undefined) return [];
      const { taskId, language, style, wording, perturbation, system } = first;
      return [{ taskId, language, style, ...(wording === undefined ? {} : { wording }), perturbation, system, judged, missing: 0 }];
    });
  return placeMissing(manifest, systemsOf(manifest, samples), observed);
};

/** The cells of the prompts' own wording; of all wordings where no prompt was put as it is. */
export const unperturbed = (cells: readonly Cell[]): readonly Cell[] => {
  const plain = cells.filter((cell) => cell.perturbation === 'none');
  return plain.length > 0 ? plain : cells;
};
