import type { Axis, Label } from '../core/index.ts';
import { coefficientsOf } from './agreement.ts';
import { krippendorffAlpha } from './alpha.ts';
import type { Agreement, JudgedEntry } from './measurement.ts';

/** What one person said on one axis. */
export type Labeller = {
  readonly by: string;
  readonly axis: Axis;
  readonly pass: number;
  readonly fail: number;
  /** Labels given without sight of the oracles, and labels of samples drawn at random. */
  readonly blind: number;
  readonly random: number;
  /** The person's label against the outcome of the rule in force: decided outcomes only. */
  readonly sameAsOutcome: number;
  readonly otherThanOutcome: number;
};

export type LabelSummary = {
  readonly labellers: readonly Labeller[];
  /** Each two people, on the samples that both labelled. */
  readonly agreement: readonly Omit<Agreement, 'notComparable'>[];
  /** Over all people of an axis, where there are two or more. */
  readonly alpha: readonly { readonly axis: Axis; readonly samples: number; readonly alpha?: number }[];
  /** Samples of which two people said different things. */
  readonly divided: readonly {
    readonly entry: string;
    readonly axis: Axis;
    readonly pass: readonly string[];
    readonly fail: readonly string[];
  }[];
};

const axes: readonly Axis[] = ['functional', 'secure'];

/** Of several labels of one person for one sample on one axis the last. */
export const labelsInForce = (labels: readonly Label[]): readonly Label[] => {
  const last = new Map<string, Label>();
  for (const label of labels) last.set(JSON.stringify([label.entry, label.axis, label.by]), label);
  return [...last.values()];
};

type ByEntry = ReadonlyMap<string, readonly Label[]>;

const byEntryOn = (axis: Axis, labels: readonly Label[]): ByEntry => {
  const entries = new Map<string, Label[]>();
  for (const label of labels) if (label.axis === axis) entries.set(label.entry, [...(entries.get(label.entry) ?? []), label]);
  return entries;
};

const labellerOf = (axis: Axis, by: string, labels: readonly Label[], outcomes: ReadonlyMap<string, JudgedEntry>): Labeller => {
  const own = labels.filter((label) => label.axis === axis && label.by === by);
  const count = (test: (label: Label) => boolean): number => own.filter(test).length;
  const outcomeOf = ({ entry }: Label) => outcomes.get(entry)?.outcome[axis].status;
  return {
    ...{ by, axis, pass: count(({ status }) => status === 'pass'), fail: count(({ status }) => status === 'fail') },
    blind: count(({ blind }) => blind),
    random: count(({ drawn }) => drawn === 'random'),
    sameAsOutcome: count((label) => outcomeOf(label) === label.status),
    otherThanOutcome: count((label) => outcomeOf(label) === (label.status === 'pass' ? 'fail' : 'pass')),
  };
};

const agreementOf = (axis: Axis, left: string, right: string, entries: ByEntry): LabelSummary['agreement'] => {
  const counts = { bothPass: 0, leftPassRightFail: 0, leftFailRightPass: 0, bothFail: 0 };
  for (const labels of entries.values()) {
    const a = labels.find(({ by }) => by === left)?.status;
    const b = labels.find(({ by }) => by === right)?.status;
    if (a === undefined || b === undefined) continue;
    if (a === 'pass') counts[b === 'pass' ? 'bothPass' : 'leftPassRightFail'] += 1;
    else counts[b === 'pass' ? 'leftFailRightPass' : 'bothFail'] += 1;
  }
  const shared = counts.bothPass + counts.leftPassRightFail + counts.leftFailRightPass + counts.bothFail;
  return shared === 0 ? [] : [{ axis, left, right, counts, ...coefficientsOf(counts) }];
};

const people = (axis: Axis, labels: readonly Label[]): readonly string[] =>
  [...new Set(labels.filter((label) => label.axis === axis).map(({ by }) => by))].sort();

const alphaOn = (axis: Axis, entries: ByEntry): LabelSummary['alpha'] => {
  const units = [...entries.values()].map((labels) => {
    const pass = labels.filter(({ status }) => status === 'pass').length;
    return [pass, labels.length - pass];
  });
  const alpha = krippendorffAlpha(units);
  const samples = units.filter(([pass = 0, fail = 0]) => pass + fail > 1).length;
  return samples === 0 ? [] : [{ axis, samples, ...(alpha === undefined ? {} : { alpha }) }];
};

const dividedOn = (axis: Axis, entries: ByEntry): LabelSummary['divided'] =>
  [...entries].flatMap(([entry, labels]) => {
    const of = (status: Label['status']) => labels.filter((label) => label.status === status).map(({ by }) => by);
    const [pass, fail] = [of('pass'), of('fail')];
    return pass.length === 0 || fail.length === 0 ? [] : [{ entry, axis, pass, fail }];
  });

/** What people said of a run, how far they agree with each other, and how often with the outcome. */
export const summariseLabels = (all: readonly Label[], samples: readonly JudgedEntry[]): LabelSummary => {
  const labels = labelsInForce(all);
  const outcomes = new Map(samples.map((sample) => [sample.entry.id, sample]));
  const onAxes = axes.map((axis) => ({ axis, names: people(axis, labels), entries: byEntryOn(axis, labels) }));
  return {
    labellers: onAxes.flatMap(({ axis, names }) => names.map((by) => labellerOf(axis, by, labels, outcomes))),
    agreement: onAxes.flatMap(({ axis, names, entries }) =>
      names.flatMap((left, at) => names.slice(at + 1).flatMap((right) => agreementOf(axis, left, right, entries))),
    ),
    alpha: onAxes.flatMap(({ axis, entries }) => alphaOn(axis, entries)),
    divided: onAxes.flatMap(({ axis, entries }) => dividedOn(axis, entries)),
  };
};
