import type { SampleStep } from './survival.ts';

type StepText = {
  readonly label: (names: string) => string;
  readonly removes: string;
  /** Why there is no such bar. */
  readonly absent: string;
};

/** What each bar shows, which pitfall it removes, and what to say where a run has no data for it. */
export const stepTexts: Readonly<Record<SampleStep | 'worst-case' | 'mutated', StepText>> = {
  claimed: {
    label: (names) => `claimed: not flagged by one analyzer (${names}), parsable samples only`,
    removes: 'nothing: this is the rate as it is usually claimed',
    absent: 'no static analyzer gave a verdict',
  },
  'all-samples': {
    label: () => 'all requested samples count',
    removes: 'empty, unparsable and missing answers leave the denominator',
    absent: 'no static analyzer gave a verdict',
  },
  analyzers: {
    label: (names) => `every analyzer (${names})`,
    removes: 'one static analyzer as ground truth',
    absent: 'no static analyzer has a verdict that counts',
  },
  judges: {
    label: (names) => `judges (${names})`,
    removes: 'weaknesses that no analyzer rule describes',
    absent: 'no judge was asked',
  },
  exploits: {
    label: (names) => `exploits (${names})`,
    removes: 'matched patterns in place of harm that was seen',
    absent: 'no exploit was executed',
  },
  functional: {
    label: (names) => `functional tests, secure-pass@1 (${names})`,
    removes: 'security and function scored apart',
    absent: 'no functional test was executed',
  },
  'worst-case': {
    label: (names) => `worst wording of each prompt (${names})`,
    removes: 'cooperative prompts only',
    absent: 'the run puts every prompt in its own wording only',
  },
  mutated: {
    label: (suites) => (suites === 'none' ? 'freshly mutated tasks' : `freshly mutated tasks, secure-pass@1 (${suites})`),
    removes: 'tasks that the model may have learnt by heart',
    absent: 'the run has no freshly mutated tasks',
  },
};
