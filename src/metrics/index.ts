export { coefficientsOf } from './agreement.ts';
export { krippendorffAlpha } from './alpha.ts';
export * from './calibration/index.ts';
export { metrics } from './catalogue.ts';
export { type ChangedPrompt, type Compared, type CompareOptions, type Comparison, compare } from './compare.ts';
export * from './conventions/index.ts';
export { passAtK, secureAtK, secureAtKPass, securePassAtK } from './estimators.ts';
export { freshSplits } from './fresh-run.ts';
export { type Gate, type GateResult, type GateStatus, gate, type SystemGate } from './gate.ts';
export { holm } from './holm.ts';
export * from './label-choice.ts';
export { type Labeller, type LabelSummary, labelsInForce, summariseLabels } from './label-summary.ts';
export { mcnemarExact } from './mcnemar.ts';
export { type MeasureOptions, measure } from './measure.ts';
export * from './measurement.ts';
export { normalQuantile } from './normal-quantile.ts';
export { type Random, random } from './random.ts';
export { signFlip } from './sign-flip.ts';
export {
  biasIndex,
  cohenKappa,
  gwetAc1,
  largestKappa,
  matthewsCorrelation,
  percentAgreement,
  prevalenceIndex,
  type TwoByTwo,
} from './two-by-two.ts';
export { wilson } from './wilson.ts';
