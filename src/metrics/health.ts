import type { Language, OracleFacts } from '../core/index.ts';
import type { Census, OracleCount } from './census.ts';
import type { OracleHealth } from './measurement.ts';

/** Fewer decided verdicts than this can be all alike by chance. */
const enoughToVary = 10;
const mostlyFrom = 0.5;

const silent = { pass: 0, fail: 0, unknown: 0, muted: 0, unknownBy: {} };

const alarmsOf = (
  counts: Pick<OracleCount, 'pass' | 'fail' | 'unknown'>,
  facts: OracleFacts | undefined,
  spoken: ReadonlySet<Language>,
): readonly string[] => {
  const decided = counts.pass + counts.fail;
  const verdicts = decided + counts.unknown;
  const alarms: string[] = [];
  if (decided >= enoughToVary && (counts.fail === 0 || (counts.pass === 0 && facts?.convictsOnly !== true))) alarms.push('never-varies');
  if (verdicts > 0 && counts.unknown / verdicts > mostlyFrom) alarms.push('mostly-unknown');
  if (facts?.controls.some((control) => !control.knownBadFound || !control.knownGoodClean)) alarms.push('controls-failed');
  if (facts?.state === 'absent' || facts?.state === 'broken') alarms.push(facts.state);
  const wasAsked = facts?.languages.some((language) => spoken.has(language)) ?? false;
  if (facts?.state === 'ready' && verdicts === 0 && wasAsked) alarms.push('silent');
  return alarms;
};

/**
 * What became of each oracle on each axis: those of the manifest, and those that only verdicts name, sorted by name.
 * An oracle alarms by `never-varies` (at least 10 decided verdicts, all alike), `mostly-unknown` (more than half),
 * `controls-failed`, `absent`, `broken`, and `silent` (ready, and not one verdict although the run has its languages: `spoken`).
 */
export const healthOfOracles = (facts: readonly OracleFacts[], census: Census, spoken: ReadonlySet<Language>): readonly OracleHealth[] => {
  const health = census.map((count): OracleHealth => {
    const { oracle, axis, grade, pass, fail, muted, unknown, unknownBy } = count;
    const own = facts.find((fact) => fact.id === oracle && fact.axis === axis);
    const alarms = alarmsOf(count, own, spoken);
    const verdicts = pass + fail + unknown;
    return { oracle, axis, ...(own === undefined ? {} : { facts: own }), grade, verdicts, pass, fail, muted, unknown, unknownBy, alarms };
  });
  const speechless = facts
    .filter((fact) => !census.some((count) => count.oracle === fact.id && count.axis === fact.axis))
    .map((fact): OracleHealth => {
      const alarms = alarmsOf(silent, fact, spoken);
      return { oracle: fact.id, axis: fact.axis, facts: fact, grade: fact.grade, verdicts: 0, ...silent, alarms };
    });
  const key = (one: OracleHealth): string => `${one.oracle}\n${one.axis}`;
  return [...health, ...speechless].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};
