import type { IcebergStep } from '../metrics/measurement.ts';

const titles: Readonly<Record<string, string>> = {
  claimed: 'Claimed',
  'all-samples': 'All samples count',
  analyzers: 'Every analyzer',
  judges: 'Judges',
  exploits: 'Exploits',
  functional: 'Functional tests',
  'worst-case': 'Worst wording',
  mutated: 'Mutated tasks',
};

/** A short name for a bar, at most 19 characters for the steps that Fathom knows; the step's label says the rest. */
export const stepTitle = (step: IcebergStep): string => titles[step.id] ?? step.label;

/** What the label says beyond the title: the metric and the oracles. Empty where it says nothing more. */
export const stepMeaning = (step: IcebergStep): string => {
  const title = stepTitle(step);
  if (!step.measured || !(step.label.toLowerCase().startsWith(title.toLowerCase()) || step.label.includes('('))) {
    return '';
  }
  const rest = step.label.toLowerCase().startsWith(title.toLowerCase()) ? step.label.slice(title.length) : step.label;
  return rest.replace(/^[\s:,]+/, '').replace(/^\(([^()]*)\)$/, '$1');
};

/** Every step that some system has, in order; of several with one id the first that was measured, because its label names the oracles. */
export const stepsOf = (systems: readonly { readonly iceberg: readonly IcebergStep[] }[]): readonly IcebergStep[] => {
  const steps = new Map<string, IcebergStep>();
  for (const step of systems.flatMap((system) => system.iceberg)) {
    const known = steps.get(step.id);
    if (known === undefined || (!known.measured && step.measured)) {
      steps.set(step.id, step);
    }
  }
  return [...steps.values()];
};
