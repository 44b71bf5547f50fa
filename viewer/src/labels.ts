import { useMemo, useState } from 'preact/hooks';
import type { Axis, Label } from '../../src/core/index.ts';

/** What a person has said of this run's samples, on this page. */
export type LabelBook = {
  readonly by: string;
  readonly blind: boolean;
  readonly labels: readonly Label[];
  /** Ids of samples that have a label. */
  readonly labelled: ReadonlySet<string>;
  /** False: this browser keeps nothing for pages from disk; labels last as long as the page. */
  readonly kept: boolean;
  readonly fileName: string;
  rename(by: string): void;
  setBlind(blind: boolean): void;
  /** The label of a sample on an axis that counts: the last. */
  labelOf(entry: string, axis: Axis): Label | undefined;
  add(label: Omit<Label, 'by' | 'at' | 'blind'>): void;
};

type Kept = { readonly by: string; readonly blind: boolean; readonly labels: readonly Label[] };
const nothing: Kept = { by: '', blind: false, labels: [] };

const keyOf = (runId: string): string => `fathom-labels ${runId}`;

const read = (runId: string): Kept => {
  try {
    // Only this page writes under this key.
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(keyOf(runId)) ?? '{}');
    return { ...nothing, ...kept };
  } catch {
    return nothing;
  }
};

const write = (runId: string, book: Kept): boolean => {
  try {
    localStorage.setItem(keyOf(runId), JSON.stringify(book));
    return true;
  } catch {
    return false;
  }
};

/** One line for each label, as `fathom label RUN --import` reads them. */
export const linesOf = (labels: readonly Label[]): string => labels.map((label) => `${JSON.stringify(label)}\n`).join('');

/** The labels of this run, kept in the browser where it allows that. */
export const useLabelBook = (runId: string): LabelBook => {
  const [state, setState] = useState(() => ({ book: read(runId), kept: true }));
  const change = (part: Partial<Kept>): void => {
    const book = { ...state.book, ...part };
    setState({ book, kept: write(runId, book) });
  };
  const { by, blind, labels } = state.book;
  const labelled = useMemo(() => new Set(labels.map(({ entry }) => entry)), [labels]);
  return {
    ...{ by, blind, labels, labelled, kept: state.kept },
    fileName: `labels-${runId.replace(/[^\w.-]+/g, '-')}.jsonl`,
    rename: (name) => change({ by: name }),
    setBlind: (on) => change({ blind: on }),
    labelOf: (entry, axis) => labels.findLast((label) => label.entry === entry && label.axis === axis),
    add: (label) => change({ labels: [...labels, { ...label, by: by.trim(), at: new Date().toISOString(), blind }] }),
  };
};
