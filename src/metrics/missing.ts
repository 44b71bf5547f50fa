import { type Manifest, styleAndWording } from '../core/index.ts';
import { type Cell, type CellKey, cellKeyOf, type Placement, promptKeyOf } from './cell.ts';

type Prompt = Omit<CellKey, 'system'>;
type Placed = { readonly cells: readonly Cell[]; readonly placement: Placement };

const sizeOf = (cell: Cell): number => cell.judged.length + cell.missing;

/** How many samples the indices of a cell tell of: index 9 was the tenth. */
const spanOf = (cell: Cell): number => cell.judged.reduce((most, { entry }) => Math.max(most, entry.index + 1), cell.judged.length);

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const seenPrompts = (cells: readonly Cell[]): readonly Prompt[] => [...new Map(cells.map((cell) => [promptKeyOf(cell), cell])).values()];

type Variant = Pick<CellKey, 'style' | 'wording'>;
const variantOf = ({ style, wording }: Variant): Variant => (wording === undefined ? { style } : { style, wording });

/** Every prompt that the manifest's tasks allow, in the styles, wordings and perturbations that the run used. */
const possiblePrompts = (manifest: Manifest, cells: readonly Cell[]): readonly Prompt[] => {
  const seenVariants = [...new Map(cells.map((cell) => [styleAndWording(cell), variantOf(cell)])).values()];
  const variants: readonly Variant[] = seenVariants.length > 0 ? seenVariants : [{ style: 'instruction' }];
  const seenPerturbations = distinct(cells.map((cell) => cell.perturbation));
  const perturbations = seenPerturbations.length > 0 ? seenPerturbations : ['none'];
  return manifest.tasks.flatMap((task) =>
    task.languages.flatMap((language) =>
      variants.flatMap((variant) => perturbations.map((perturbation) => ({ taskId: task.id, language, ...variant, perturbation }))),
    ),
  );
};

/** The cells of all prompts × all systems, empty ones included, sorted by key. */
const gridOf = (prompts: readonly Prompt[], systems: readonly string[], cells: readonly Cell[]): readonly Cell[] => {
  const grid = new Map(cells.map((cell) => [cellKeyOf(cell), cell]));
  for (const prompt of prompts) {
    const { taskId, language, perturbation } = prompt;
    for (const system of systems) {
      const key = { taskId, language, ...variantOf(prompt), perturbation, system };
      if (!grid.has(cellKeyOf(key))) grid.set(cellKeyOf(key), { ...key, judged: [], missing: 0 });
    }
  }
  return [...grid].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
};

const grownTo = (cell: Cell, size: number): Cell => ({ ...cell, missing: Math.max(cell.missing, size - cell.judged.length) });

/** Fills the gaps that indices show, as far as `count` reaches. */
const fillGaps = (cells: readonly Cell[], count: number): { readonly cells: readonly Cell[]; readonly left: number } => {
  let left = count;
  const filled = cells.map((cell) => {
    const gap = Math.min(left, spanOf(cell) - cell.judged.length);
    left -= gap;
    return gap > 0 ? { ...cell, missing: gap } : cell;
  });
  return { cells: filled, left };
};

/** Adds `count` samples to the smallest cells first, until all are as level as can be; the rest one by one in order of keys. */
const level = (cells: readonly Cell[], count: number): readonly Cell[] => {
  const needed = (size: number): number => cells.reduce((sum, cell) => sum + Math.max(0, size - sizeOf(cell)), 0);
  let low = 0;
  let high = cells.reduce((most, cell) => Math.max(most, sizeOf(cell)), 0) + count;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (needed(middle) <= count) low = middle;
    else high = middle - 1;
  }
  let rest = count - needed(low);
  return cells.map((cell) => {
    const size = sizeOf(cell) <= low && rest > 0 ? low + 1 : low;
    if (size > low) rest -= 1;
    return grownTo(cell, Math.max(size, sizeOf(cell)));
  });
};

/**
 * Puts each requested sample that has no entry into a cell, so that no denominator shrinks.
 * Where all prompts × all systems × the usual number of samples make exactly the number requested, that is the plan, and each cell
 * lacks what it lacks. Else gaps in the indices are filled first, and what remains goes to the cells with the fewest samples.
 */
export const placeMissing = (manifest: Manifest, systems: readonly string[], observed: readonly Cell[]): Placed => {
  const entries = observed.reduce((sum, cell) => sum + cell.judged.length, 0);
  const missing = Math.max(0, manifest.requested - entries);
  const surplus = Math.max(0, entries - manifest.requested);
  if (missing === 0) return { cells: observed, placement: { how: 'none', missing, surplus } };
  const usual = observed.reduce((most, cell) => Math.max(most, spanOf(cell)), 0);
  const seen = gridOf(seenPrompts(observed), systems, observed);
  const possible = gridOf(possiblePrompts(manifest, observed), systems, observed);
  const grid = [seen, possible].find((cells) => cells.length * usual === manifest.requested);
  if (grid !== undefined) return { cells: grid.map((cell) => grownTo(cell, usual)), placement: { how: 'grid', missing, surplus } };
  const gaps = fillGaps(seen.length > 0 ? seen : possible, missing);
  const cells = level(gaps.cells, gaps.left).filter((cell) => sizeOf(cell) > 0);
  return { cells, placement: { how: 'spread', missing, surplus } };
};
