/** The public API. Families of adaptors have entry points of their own: `fathom/metrics`, `fathom/analyzers/ruff`. */
export { type Answer, createExaminer, type Examined, type Examiner, type ExaminerOptions } from './compose/examiner.ts';
export { fathomVersion, measured } from './compose.ts';
export * from './core/index.ts';
export { extract } from './extraction/index.ts';
export { fuse, fusionRules } from './fusion/index.ts';
export { compare, gate, type MeasuredEvaluation, measure } from './metrics/index.ts';
export { readEvaluation } from './pipeline/store/run-store.ts';
export { type Configuration, configurationSchema } from './schemas/configuration.ts';
