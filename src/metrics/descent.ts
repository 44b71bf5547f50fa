import { type Entry, holdsCode } from '../core/index.ts';
import type { Cell } from './cell.ts';
import type { Unit } from './summarise.ts';
import { follow, type SampleStep, sampleSteps, type Trace } from './survival.ts';

type Counts = { counted: number; sure: number; perhaps: number };

/** A cell and how many of its samples stand after each step. */
export type Descent = { readonly cell: Cell; readonly code: number; readonly n: number; readonly steps: readonly Counts[] };

export const descend = (cell: Cell, traces: ReadonlyMap<Entry, Trace>, withData: ReadonlySet<SampleStep>): Descent => {
  const steps = sampleSteps.map(() => ({ counted: 0, sure: 0, perhaps: 0 }));
  for (const { entry } of cell.judged) {
    const trace = traces.get(entry);
    if (trace === undefined) continue;
    follow(trace, withData).forEach((standing, at) => {
      const counts = steps[at];
      if (counts === undefined) return;
      if (standing.counted) counts.counted += 1;
      if (standing.sure) counts.sure += 1;
      if (standing.perhaps) counts.perhaps += 1;
    });
  }
  const code = cell.judged.filter(({ entry }) => holdsCode(entry.kind)).length;
  return { cell, code, n: cell.judged.length + cell.missing, steps };
};

/** The share of a cell's samples that stand after a step; undefined where the step has no denominator. */
export const unitOf = (descent: Descent, step: SampleStep): Unit | undefined => {
  const counts = descent.steps[sampleSteps.indexOf(step)];
  const n = step === 'claimed' ? descent.code : descent.n;
  if (counts === undefined || n === 0) return undefined;
  return {
    task: descent.cell.taskId,
    value: counts.counted / n,
    samples: n,
    unknown: counts.perhaps - counts.sure,
    bounds: { low: counts.sure / n, high: counts.perhaps / n },
  };
};
