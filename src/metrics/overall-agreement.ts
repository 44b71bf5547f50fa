import { type Axis, holdsCode, type Verdict } from '../core/index.ts';
import type { Votes } from '../fusion/index.ts';
import { alphaOf } from './alpha.ts';
import type { JudgedEntry, OverallAgreement } from './measurement.ts';
import type { Resampler } from './resampler.ts';

/** What was said on one axis, task by task: summands of alpha, and counts. */
type Said = {
  readonly names: Set<string>;
  /** Of each task: differing pairs over units, passes, fails. */
  readonly tasks: Map<string, [differing: number, pass: number, fail: number]>;
  samples: number;
  unknown: number;
};

const nothing = (): Said => ({ names: new Set(), tasks: new Map(), samples: 0, unknown: 0 });

const hear = (said: Said, task: string, axis: Axis, verdicts: readonly Verdict[]): void => {
  let pass = 0;
  let fail = 0;
  for (const verdict of verdicts) {
    if (verdict.axis !== axis) continue;
    said.names.add(verdict.oracle);
    if (verdict.status === 'pass') pass += 1;
    else if (verdict.status === 'fail') fail += 1;
    else said.unknown += 1;
  }
  if (pass + fail < 2) return;
  const sums = said.tasks.get(task) ?? [0, 0, 0];
  said.tasks.set(task, sums);
  said.samples += 1;
  sums[0] += (pass * fail) / (pass + fail - 1);
  sums[1] += pass;
  sums[2] += fail;
};

const alphaOfSums = (sums: ArrayLike<number>): number | undefined =>
  alphaOf({ differing: sums[0] ?? 0, values: [sums[1] ?? 0, sums[2] ?? 0] });

const conclude = (naming: Pick<OverallAgreement, 'axis' | 'of'>, said: Said, resampler: Resampler): readonly OverallAgreement[] => {
  if (said.names.size < 2) return [];
  const rows = [...said.tasks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
  const totals = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const alpha = alphaOfSums(totals);
  const interval = resampler.intervalOfSums(rows, alphaOfSums);
  return [
    {
      ...naming,
      names: [...said.names].sort(),
      samples: said.samples,
      tasks: rows.length,
      pass: totals[1] ?? 0,
      fail: totals[2] ?? 0,
      unknown: said.unknown,
      ...(alpha === undefined ? {} : { alpha }),
      ...(interval === undefined ? {} : { interval }),
    },
  ];
};

/** Hears samples one by one, with the votes that fusion made of their verdicts, and then says how far all agree. */
export type AgreementListener = {
  hear(sample: Pick<JudgedEntry, 'entry'>, votes: Votes): void;
  conclude(resampler: Resampler): readonly OverallAgreement[];
};

/** Only samples that hold code are heard: of the others no oracle can say anything. */
export const agreementListener = (): AgreementListener => {
  const axes = (['functional', 'secure'] as const).map((axis) => ({ axis, oracles: nothing(), votes: nothing() }));
  return {
    hear({ entry }, votes) {
      if (!holdsCode(entry.kind)) return;
      for (const heard of axes) {
        hear(heard.oracles, entry.taskId, heard.axis, entry.verdicts);
        hear(heard.votes, entry.taskId, heard.axis, votes[heard.axis]);
      }
    },
    conclude: (resampler) =>
      axes.flatMap(({ axis, oracles, votes }) => [
        ...conclude({ axis, of: 'oracles' }, oracles, resampler),
        ...conclude({ axis, of: 'votes' }, votes, resampler),
      ]),
  };
};
