import { type Family, isReplacement } from './family.ts';
import { type Hole, holesFor } from './holes.ts';
import { protectedIn } from './protected.ts';
import { Occupied, outside, type Range, rangesOf } from './ranges.ts';

/** A text of the base variant with holes where a variant differs. Holes are in order and don't overlap. */
export type Template = { readonly text: string; readonly holes: readonly Hole[]; readonly markers: readonly MarkerHole[] };

/** Where the marker's name is put in, with what stands before and behind it. */
export type MarkerHole = { readonly at: number; readonly before: string; readonly after: string };

export type SourceText = {
  /** Relative to the task's folder. */
  readonly path: string;
  readonly text: string;
  /** What may be rewritten; everything where absent. */
  readonly open?: readonly Range[];
  readonly markers?: readonly MarkerHole[];
  /** Names of modules of the task's own that are imported by name: the files of a repository. */
  readonly modules?: readonly string[];
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const keptIn = (text: string, keep: readonly string[]): readonly Range[] =>
  keep.flatMap((each) => rangesOf(text, new RegExp(escaped(each), 'g')));

/** Everything of a text that no parameter may touch. */
export const closedIn = (source: SourceText, keep: readonly string[]): readonly Range[] => [
  ...(source.open === undefined ? [] : outside(source.text.length, source.open)),
  ...protectedIn(source.path, source.text, source.modules ?? []),
  ...keptIn(source.text, keep),
];

/**
 * Finds what the parameters replace: exact texts first (longer ones before shorter), then words (more words before fewer), then numbers.
 * All are looked for in the base variant's text, so no replacement is replaced again.
 */
export const compile = (source: SourceText, family: Family): Template => {
  const occupied = new Occupied(source.text.length);
  for (const range of closedIn(source, family.keep)) occupied.take(range);
  const holes: Hole[] = [];
  const replacements = family.parameters.flatMap((parameter, index) => (isReplacement(parameter) ? [{ parameter, index }] : []));
  for (const hole of holesFor(source.text, replacements)) {
    if (occupied.touches(hole)) continue;
    occupied.take(hole);
    holes.push(hole);
  }
  return { text: source.text, holes: holes.toSorted((a, b) => a.start - b.start), markers: source.markers ?? [] };
};

/** The text of a variant. `picks` are the choices' indices, by the parameter's index; `marker` is the name to put in. */
export const fill = (template: Template, picks: readonly number[], marker: string): string => {
  const patches = [
    ...template.holes.map(({ start, end, parameter, texts }) => ({ start, end, text: texts[picks[parameter] ?? 0] ?? '' })),
    ...template.markers.map(({ at, before, after }) => ({ start: at, end: at, text: `${before}${marker}${after}` })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of patches) {
    parts.push(template.text.slice(at, start), text);
    at = end;
  }
  return [...parts, template.text.slice(at)].join('');
};
