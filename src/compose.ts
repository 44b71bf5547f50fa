/**
 * The composition root: with `compose/`, the only place that names adaptors.
 * A new adaptor is one line in the list of its family below.
 */

export { checkSuite, coverageOf, renderTaskCheck, testsOf } from './compose/check-suite.ts';
export { families, type Member } from './compose/families.ts';
export { fathomVersion } from './compose/installation.ts';
export { measured } from './compose/measured.ts';
export { analyzersHere, type OracleSet, oraclesOf, sandboxNamed } from './compose/oracles.ts';
export { type NamedFormat, reportFormatsOf, terminalReport } from './compose/reports.ts';
export { givenSamplesOf, importedOracleOf } from './compose/samples.ts';
export { schemaOf } from './compose/schemas.ts';
export { suiteOf } from './compose/suites.ts';
export { type System, systemsOf } from './compose/systems.ts';
