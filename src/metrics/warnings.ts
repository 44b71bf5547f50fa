import type { Manifest } from '../core/index.ts';
import type { Placement } from './cell.ts';
import type { Census } from './census.ts';
import type { JudgedEntry, OracleHealth, SystemMeasurement, Warning } from './measurement.ts';
import type { Trace } from './survival.ts';

/** A system with a larger share of undecided samples than this is warned of. */
const unknownShare = 0.05;
/** Percentile intervals over fewer tasks than this are too narrow. */
const fewTasks = 10;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const warn = (when: boolean, code: string, message: () => string): readonly Warning[] => (when ? [{ code, message: message() }] : []);

const ofSystem = (system: SystemMeasurement): readonly Warning[] => {
  const joint = system.measurements.find((one) => one.convention === 'fathom' && one.metric === 'secure-pass@1');
  const beyond = system.measurements.filter((one) => one.excluded.some(({ reason }) => reason.startsWith('k > n')));
  const tasks = joint?.clusters ?? 0;
  const { samples = 0, unknown = 0 } = joint ?? {};
  return [
    ...warn(
      samples > 0 && unknown / samples > unknownShare,
      'unknown-share',
      () =>
        `${system.system}: ${unknown} of ${samples} samples (${percent(unknown / samples)}) are undecided; read the bounds of its values.`,
    ),
    ...warn(
      beyond.length > 0,
      'k-exceeds-n',
      () => `${system.system}: some prompts have fewer than k samples and are left out of ${beyond.map((one) => one.metric).join(', ')}.`,
    ),
    ...warn(
      tasks > 0 && tasks < fewTasks,
      'few-tasks',
      () => `${system.system}: ${tasks} independent tasks; intervals over fewer than ${fewTasks} are rough and too narrow.`,
    ),
  ];
};

const ofHealth = (health: OracleHealth): readonly Warning[] => {
  const who = `${health.oracle}${health.axis === undefined ? '' : ` (${health.axis})`}`;
  const has = (alarm: string): boolean => health.alarms.includes(alarm);
  const problem = health.facts?.problem ?? 'no reason given';
  return [
    ...warn(has('broken'), 'oracle-broken', () => `${who} is broken: ${problem}`),
    ...warn(has('controls-failed') && !has('broken'), 'controls-failed', () => `${who} failed its control samples.`),
    ...warn(
      has('never-varies'),
      'constant-oracle',
      () => `${who} said ${health.pass > 0 ? 'pass' : 'fail'} of all ${health.pass + health.fail} samples that it decided.`,
    ),
    // A broken or absent tool has said why already.
    ...warn(
      has('mostly-unknown') && !has('broken') && !has('absent'),
      'mostly-unknown',
      () => `${who} left ${health.unknown} of ${health.verdicts} samples undecided.`,
    ),
    ...warn(has('silent'), 'oracle-silent', () => `${who} was ready and gave no verdict.`),
  ];
};

/** Absent tools are one line, however many they are. */
const ofAbsent = (health: readonly OracleHealth[]): readonly Warning[] => {
  const absent = health.filter(({ alarms }) => alarms.includes('absent'));
  const told = absent.map(({ oracle, axis, facts }) => ({
    who: `${oracle}${axis === undefined ? '' : ` (${axis})`}`,
    why: facts?.problem ?? 'no reason given',
  }));
  const [only] = told;
  return warn(only !== undefined, 'oracle-absent', () =>
    told.length === 1
      ? `${only?.who} is absent: ${only?.why}`
      : `${told.length} oracles are absent and gave no verdict: ${told.map(({ who }) => who).join(', ')}. \`fathom doctor\` says how to get them.`,
  );
};

const ofPlacement = (placement: Placement, manifest: Manifest): readonly Warning[] => [
  ...warn(placement.missing > 0, 'missing-samples', () => {
    const how =
      placement.how === 'grid'
        ? 'each is charged to the prompt that lacks it'
        : 'the record does not tell which, so they are charged to the prompts with the fewest samples';
    return `${placement.missing} of ${manifest.requested} requested samples have no entry; they count as failed, and ${how}.`;
  }),
  ...warn(
    placement.surplus > 0,
    'surplus-samples',
    () => `${placement.surplus} more samples than the ${manifest.requested} requested; all of them count.`,
  ),
];

/** Every vote acquits on both axes, and the claimed analyzer, which has no vote there, flags it all the same. */
const isFlaggedByClaimAlone = (trace: Trace): boolean =>
  trace.isCode &&
  trace.claim === 'fail' &&
  trace.examined &&
  [trace.analyzers, trace.judges, trace.exploits, trace.functional].every((status) => status === 'pass');

const ofSamples = (samples: readonly JudgedEntry[], census: Census, traces: Iterable<Trace>): readonly Warning[] => {
  const counting = census.filter((count) => count.axis === 'secure' && count.muted < count.pass + count.fail + count.unknown);
  const families = new Set(counting.map((count) => count.family));
  const ids = new Set(samples.map(({ entry }) => entry.id)).size;
  let alone = 0;
  for (const trace of traces) if (isFlaggedByClaimAlone(trace)) alone += 1;
  return [
    ...warn(
      ids < samples.length,
      'duplicate-samples',
      () => `${samples.length - ids} entries bear the id of another entry; all of them count.`,
    ),
    ...warn(
      families.size === 1,
      'single-family',
      () => `Security rests on one engine family (${[...families].join('')}); nothing contradicts it.`,
    ),
    ...warn(
      alone > 0,
      'claim-alone',
      () =>
        `${alone} samples pass every vote and are flagged only by a claimed analyzer that has no vote there: the last bars of the iceberg leave them out, secure-pass@1 does not.`,
    ),
  ];
};

export type Measured = {
  readonly manifest: Manifest;
  readonly placement: Placement;
  readonly systems: readonly SystemMeasurement[];
  readonly health: readonly OracleHealth[];
  readonly samples: readonly JudgedEntry[];
  readonly census: Census;
  readonly traces: Iterable<Trace>;
};

/** What a reader must know before he believes the numbers. */
export const warningsOf = (measured: Measured): readonly Warning[] => [
  ...measured.manifest.systems.flatMap((system) =>
    system.note === undefined ? [] : [{ code: 'system-note', message: `${system.id}: ${system.note}` }],
  ),
  ...measured.manifest.oracles.flatMap(({ id, note }) => (note === undefined ? [] : [{ code: 'oracle-note', message: `${id}: ${note}` }])),
  ...ofPlacement(measured.placement, measured.manifest),
  ...measured.systems.flatMap(ofSystem),
  ...ofAbsent(measured.health),
  ...measured.health.flatMap(ofHealth),
  ...ofSamples(measured.samples, measured.census, measured.traces),
];
