import { type Axis, holdsCode, type Label } from '../core/index.ts';
import type { JudgedEntry } from './measurement.ts';
import { random } from './random.ts';

/** Which samples a person is shown first. */
export const labelChoices = ['disagreements', 'unknown', 'random'] as const;
export type LabelChoice = (typeof labelChoices)[number];

/** How the labels of a choice were drawn: only random ones speak for the run. */
export const drawnBy = (choice: LabelChoice): NonNullable<Label['drawn']> => (choice === 'random' ? 'random' : 'disputed');

const byId = (left: JudgedEntry, right: JudgedEntry): number => (left.entry.id < right.entry.id ? -1 : 1);

/** Decided and undecided votes weigh nothing here but to order samples of equal disagreement: the more that spoke, the earlier. */
const voices = ({ entry }: JudgedEntry): number => entry.verdicts.filter(({ voice }) => voice.counts).length;

/** The samples on which votes differ on the secure axis, most first; of equals the one of which more spoke, then by id. */
export const disputed = (samples: readonly JudgedEntry[]): readonly JudgedEntry[] =>
  samples
    .filter(({ entry, disagreement = 0 }) => holdsCode(entry.kind) && disagreement > 0)
    .sort((a, b) => (b.disagreement ?? 0) - (a.disagreement ?? 0) || voices(b) - voices(a) || byId(a, b));

/** In an order drawn from the seed. Its beginning does not depend on how many are taken of it. */
export const inDrawnOrder = <Item>(sorted: readonly Item[], seed: number): readonly Item[] => {
  const all = [...sorted];
  const rng = random(seed);
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = rng.below(last + 1);
    const [a, b] = [all[last], all[other]];
    if (a !== undefined && b !== undefined) {
      all[last] = b;
      all[other] = a;
    }
  }
  return all;
};

const shuffled = (samples: readonly JudgedEntry[], seed: number): readonly JudgedEntry[] => inDrawnOrder([...samples].sort(byId), seed);

export type ChoiceRequest = {
  readonly only: LabelChoice;
  readonly axis: Axis;
  /** At most so many; all where absent. */
  readonly n?: number;
  readonly seed: number;
  /** Ids of entries that need no label any more: they take no place among the `n`. */
  readonly done: ReadonlySet<string>;
};

/** The samples to be labelled, in order. Only such as hold code: about the others there is nothing to say. */
export const samplesToLabel = (samples: readonly JudgedEntry[], { only, axis, n, seed, done }: ChoiceRequest): readonly JudgedEntry[] => {
  const code = samples.filter(({ entry }) => holdsCode(entry.kind));
  const chosen = {
    disagreements: () => disputed(code),
    unknown: () =>
      shuffled(
        code.filter(({ outcome }) => outcome[axis].status === 'unknown'),
        seed,
      ),
    random: () => shuffled(code, seed),
  }[only]();
  return chosen.filter(({ entry }) => !done.has(entry.id)).slice(0, n);
};
