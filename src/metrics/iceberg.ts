import type { Entry } from '../core/index.ts';
import { type Cell, promptKeyOf } from './cell.ts';
import { unperturbed } from './cells.ts';
import type { Census } from './census.ts';
import type { ClaimedBy } from './claim.ts';
import { type Descent, descend, unitOf } from './descent.ts';
import { type FreshSide, mutatedStep } from './fresh.ts';
import { stepTexts } from './iceberg-steps.ts';
import type { IcebergStep } from './measurement.ts';
import type { Resampler } from './resampler.ts';
import { summarise, type Unit } from './summarise.ts';
import { oraclesAtSteps, type SampleStep, sampleSteps, type Trace } from './survival.ts';

const namingOf = (step: SampleStep): { readonly metric: string; readonly convention: string } => {
  if (step === 'functional') return { metric: 'secure-pass@1', convention: 'iceberg' };
  return step === 'claimed' || step === 'all-samples'
    ? { metric: 'not-flagged@1', convention: 'as claimed' }
    : { metric: 'secure@1', convention: 'iceberg' };
};

const unmeasured = (id: keyof typeof stepTexts): IcebergStep => {
  const text = stepTexts[id];
  return { id, label: text.label('none'), removes: text.removes, measured: false, why: text.absent };
};

const sampleStep = (step: SampleStep, descents: readonly Descent[], names: string, resampler: Resampler): IcebergStep => {
  const units = descents.map((descent) => unitOf(descent, step));
  const excluded = units.flatMap((unit) => (unit === undefined ? ['no parsable sample'] : []));
  const measurement = summarise(
    namingOf(step),
    units.flatMap((unit) => unit ?? []),
    excluded,
    { resampler },
  );
  const text = stepTexts[step];
  return { id: step, label: text.label(names), removes: text.removes, measured: true, measurement };
};

/** The least of each prompt's wordings. With few samples for each wording, the least is low by chance too. */
const worstCase = (descents: readonly Descent[], resampler: Resampler): IcebergStep => {
  const groups = new Map<string, Unit>();
  for (const descent of descents) {
    const unit = unitOf(descent, 'functional');
    const key = promptKeyOf({ ...descent.cell, perturbation: '' });
    const other = groups.get(key);
    if (unit === undefined) continue;
    groups.set(key, other === undefined ? unit : worseOf(other, unit));
  }
  const perturbations = [...new Set(descents.map((descent) => descent.cell.perturbation))].sort();
  const units = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
  const measurement = summarise({ metric: 'secure-pass@1', convention: 'worst wording' }, units, [], { resampler });
  const text = stepTexts['worst-case'];
  return { id: 'worst-case', label: text.label(perturbations.join(', ')), removes: text.removes, measured: true, measurement };
};

const worseOf = (left: Unit, right: Unit): Unit => ({
  task: left.task,
  value: Math.min(left.value, right.value),
  samples: left.samples + right.samples,
  unknown: left.unknown + right.unknown,
  bounds: {
    low: Math.min(left.bounds?.low ?? 0, right.bounds?.low ?? 0),
    high: Math.min(left.bounds?.high ?? 1, right.bounds?.high ?? 1),
  },
});

const claimText = (cells: readonly Cell[], claimedBy: ClaimedBy): string => {
  const languages = [...new Set(cells.map((cell) => cell.language))].sort();
  return languages.map((language) => `${claimedBy[language] ?? 'nothing'} for ${language}`).join(', ');
};

/** What there is to follow: one system's cells, what its oracles said in all, and of each sample. */
export type Followed = { readonly cells: readonly Cell[]; readonly census: Census; readonly traces: ReadonlyMap<Entry, Trace> };

/** The steps of which somebody speaks. */
const stepsWithData = (census: Census, claimedBy: ClaimedBy): ReadonlySet<SampleStep> => {
  const speaking = oraclesAtSteps(census, claimedBy);
  return new Set(sampleSteps.filter((step) => (speaking.get(step) ?? []).length > 0));
};

/** One system of a run over a freshly mutated suite, for the last bar of its iceberg over the published one. */
export const freshSide = (followed: Followed, claimedBy: ClaimedBy, facts: Pick<FreshSide, 'unchanged' | 'suites'>): FreshSide => {
  const withData = stepsWithData(followed.census, claimedBy);
  const descents = unperturbed(followed.cells).map((cell) => descend(cell, followed.traces, withData));
  return { descents, measured: withData.has('functional'), ...facts };
};

/**
 * From the rate that is usually claimed down to what is left after each correction, for one system's cells.
 * Bars never rise, but for the last one, which has other samples. A step without data is there, and says why it is not measured.
 */
export const iceberg = (followed: Followed, claimedBy: ClaimedBy, resampler: Resampler, fresh?: FreshSide): readonly IcebergStep[] => {
  const { cells } = followed;
  const plain = new Set(unperturbed(cells));
  const speaking = oraclesAtSteps(followed.census, claimedBy);
  const withData = stepsWithData(followed.census, claimedBy);
  const names = (step: SampleStep): string => (step === 'claimed' ? claimText(cells, claimedBy) : (speaking.get(step) ?? []).join(', '));
  const descents = cells.map((cell) => descend(cell, followed.traces, withData));
  const baseline = descents.filter((descent) => plain.has(descent.cell));
  const steps = sampleSteps.map((step) => (withData.has(step) ? sampleStep(step, baseline, names(step), resampler) : unmeasured(step)));
  const isPerturbed = cells.some((cell) => cell.perturbation !== 'none');
  const worst = isPerturbed && withData.has('functional') ? worstCase(descents, resampler) : unmeasured('worst-case');
  return [...steps, worst, mutatedStep({ descents: baseline, measured: withData.has('functional') }, fresh, resampler)];
};
