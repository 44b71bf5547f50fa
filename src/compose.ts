/**
 * The composition root: with `compose/`, the only place that names adaptors.
 * A new adaptor is one line in the list of its family below.
 */

export {
  calibrationByPeople,
  calibrationFrom,
  isAboutRun,
  type KnownSample,
  labelledFile,
  readCalibration,
  witnessesOf,
  writeCalibration,
} from './compose/calibration.ts';
export {
  type CheckedPair,
  renderTaskCheck,
  suiteCheck,
  type TaskCheckReport,
  type TaskProblem,
  testsOf,
  type WitnessRow,
} from './compose/check-suite.ts';
export { families, type Member } from './compose/families.ts';
export { fathomVersion } from './compose/installation.ts';
export { answersIn, type JudgePorts, judgePair, plainJudging } from './compose/judges.ts';
export { type MakeRequest, makeSuite } from './compose/make-suite.ts';
export { measured } from './compose/measured.ts';
export { beginTask } from './compose/new-task.ts';
export { analyzersHere, type OracleSet, oraclesOf, sandboxNamed } from './compose/oracles.ts';
export { type PromptOfEntry, promptsOfRun } from './compose/prompts-of-run.ts';
export { type NamedFormat, reportFormatsOf, terminalReport } from './compose/reports.ts';
export { givenSamplesOf, importedOracleOf } from './compose/samples.ts';
export { schemaOf } from './compose/schemas.ts';
export { fileOfWitness, promptOf, variantsOf } from './compose/shown-tasks.ts';
export { type Steadiness, steadinessOf } from './compose/steadiness.ts';
export { type Coverage, coverageOf } from './compose/suite-coverage/coverage.ts';
export { coverageMarkdown } from './compose/suite-coverage/render-coverage.ts';
export { familyOfCwe, familyOfTask } from './compose/suite-coverage/weakness-families.ts';
export { suiteFacts, suiteOf } from './compose/suites.ts';
export { type Spending, type System, spendingOf, systemsOf } from './compose/systems.ts';
