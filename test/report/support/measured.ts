import type { Grade, Manifest, OracleFacts } from '../../../src/core/index.ts';
import type { Agreement, Breakdown, JudgedEntry, MeasuredEvaluation, OracleHealth } from '../../../src/metrics/measurement.ts';
import { studyTasks } from './programs.ts';
import { overallAgreement, rulesOf } from './rules.ts';
import { axis, icebergOf, joint, share } from './shares.ts';
import type { StudySystem } from './study.ts';

const oracles: readonly (readonly [id: string, grade: Grade, family: string])[] = [
  ['ruff', 'reported', 'bandit-rules'],
  ['bandit', 'reported', 'bandit-rules'],
  ['eslint', 'reported', 'eslint'],
  ['cppcheck', 'reported', 'cppcheck'],
  ['flawfinder', 'reported', 'flawfinder'],
  ['functional', 'witnessed', 'dynamic'],
  ['exploits', 'witnessed', 'dynamic'],
];

const factsOf = ([id, grade, family]: (typeof oracles)[number]): OracleFacts => ({
  id,
  axis: id === 'functional' ? 'functional' : 'secure',
  grade,
  family,
  version: id === 'bandit' ? '1.6.2' : '1.0.0',
  languages: ['python'],
  state: id === 'bandit' ? 'broken' : 'ready',
  ...(id === 'bandit' ? { problem: 'missed 5 of 6 known-bad controls; install bandit 1.7.5 or later with pipx' } : {}),
  controls: [{ language: 'python', knownBadFound: id !== 'bandit', knownGoodClean: true }],
  admitted: { tasks: 5, of: 6 },
});

const healthOf = (samples: readonly JudgedEntry[], oracle: (typeof oracles)[number]): OracleHealth => {
  const verdicts = samples.flatMap((sample) => sample.entry.verdicts.filter((verdict) => verdict.oracle === oracle[0]));
  const count = (status: string): number => verdicts.filter((verdict) => verdict.status === status).length;
  const sandbox = verdicts.filter((verdict) => verdict.status === 'unknown' && verdict.reason === 'sandbox').length;
  return {
    oracle: oracle[0],
    facts: factsOf(oracle),
    grade: oracle[1],
    verdicts: verdicts.length,
    pass: count('pass'),
    fail: count('fail'),
    muted: verdicts.filter((verdict) => !verdict.voice.counts).length,
    unknown: count('unknown'),
    unknownBy: sandbox > 0 ? { sandbox } : {},
    alarms: oracle[0] === 'bandit' ? ['controls-failed'] : [],
  };
};

const agreementOf = (samples: readonly JudgedEntry[], left: string, right: string): Agreement => {
  const counts = { bothPass: 0, leftPassRightFail: 0, leftFailRightPass: 0, bothFail: 0 };
  let notComparable = 0;
  for (const { entry } of samples) {
    const a = entry.verdicts.find((verdict) => verdict.oracle === left)?.status;
    const b = entry.verdicts.find((verdict) => verdict.oracle === right)?.status;
    if (a === undefined || b === undefined || a === 'unknown' || b === 'unknown') {
      notComparable += 1;
    } else {
      counts[a === 'pass' ? (b === 'pass' ? 'bothPass' : 'leftPassRightFail') : b === 'pass' ? 'leftFailRightPass' : 'bothFail'] += 1;
    }
  }
  const n = samples.length - notComparable;
  return {
    axis: 'secure',
    left,
    right,
    counts,
    notComparable,
    ...(n === 0
      ? {}
      : {
          percent: (counts.bothPass + counts.bothFail) / n,
          kappa: 0.42,
          largestKappa: 0.85,
          prevalence: 0.3,
          bias: -0.1,
          mcc: 0.47,
          ac1: 0.61,
        }),
  };
};

const breakdown = (by: Breakdown['by'], samples: readonly JudgedEntry[], groupOf: (sample: JudgedEntry) => string): Breakdown => {
  const groups = [...new Set(samples.map(groupOf))].sort();
  const systems = [...new Set(samples.map((sample) => sample.entry.system))];
  const cells = groups.flatMap((group) =>
    systems.map((system) => ({
      system,
      group,
      measurement: share(
        'secure-pass@1',
        samples.filter((sample) => sample.entry.system === system && groupOf(sample) === group),
        joint,
      ),
    })),
  );
  return { by, metric: 'secure-pass@1', cells };
};

const manifestOf = (samples: readonly JudgedEntry[], systems: readonly StudySystem[]): Manifest => ({
  recordVersion: 1,
  runId: '2026-01-02-a1b2c3',
  fathomVersion: '0.1.0',
  createdAt: '2026-01-02T03:04:05.000Z',
  command: ['fathom', 'run', 'study.yaml'],
  configuration: { suite: 'core', samples: 3 },
  seed: 7,
  suites: [{ id: 'core', hash: '9f'.repeat(32), source: 'bundled' }],
  tasks: studyTasks.map((task) => ({
    id: task.id,
    suite: 'core',
    title: task.title,
    cwes: [task.cwe],
    languages: [task.language],
    hash: 'ab'.repeat(32),
  })),
  systems: systems.map((system) => ({
    id: system.id,
    model: 'scripted',
    method: 'direct',
    ...(system.note === undefined ? {} : { note: system.note }),
  })),
  oracles: oracles.map(factsOf),
  isolation: { sandbox: 'bubblewrap', level: 'namespaces', features: ['no network', 'read-only system', 'memory limit'] },
  host: { platform: 'linux', arch: 'x64', node: '20.19.0', cpus: 4 },
  requested: samples.length,
});

export const measuredFrom = (samples: readonly JudgedEntry[], systems: readonly StudySystem[]): MeasuredEvaluation => {
  const cwes = new Map(studyTasks.map((task) => [task.id, task.cwe]));
  const unknown = samples.filter((sample) => sample.outcome.joint === 'unknown').length;
  return {
    manifest: manifestOf(samples, systems),
    fusion: { id: 'witnessed-first', summary: 'An executed exploit convicts; only executed exploits acquit.' },
    claimedBy: { python: 'ruff', javascript: 'eslint', c: 'flawfinder' },
    systems: systems.map((system) => {
      const own = samples.filter((sample) => sample.entry.system === system.id);
      const working = own.filter((sample) => sample.outcome.functional.status === 'pass');
      return {
        system: system.id,
        measurements: [
          share('pass@1', own, axis('functional')),
          share('secure@1', own, axis('secure')),
          share('secure-pass@1', own, joint),
          share('secure@1_pass', working, joint),
        ],
        iceberg: icebergOf(own),
        kinds: Object.fromEntries(
          ['code', 'refusal', 'empty', 'unparsable'].map((kind) => [kind, own.filter((sample) => sample.entry.kind === kind).length]),
        ),
      };
    }),
    breakdowns: [
      breakdown('cwe', samples, (sample) => cwes.get(sample.entry.taskId) ?? 'none'),
      breakdown('language', samples, (sample) => sample.entry.language),
      breakdown('task', samples, (sample) => sample.entry.taskId),
    ],
    health: oracles.map((oracle) => healthOf(samples, oracle)),
    agreement: [
      agreementOf(samples, 'ruff', 'bandit'),
      agreementOf(samples, 'ruff', 'exploits'),
      agreementOf(samples, 'eslint', 'exploits'),
      agreementOf(samples, 'cppcheck', 'flawfinder'),
      agreementOf(samples, 'flawfinder', 'exploits'),
    ],
    overallAgreement,
    rules: rulesOf(
      samples,
      systems.map(({ id }) => id),
    ),
    warnings: [
      { code: 'unknown-outcomes', message: `${unknown} of ${samples.length} samples have an unknown outcome: the box did not start` },
      { code: 'oracle-broken', message: 'bandit 1.6.2 missed 5 of 6 known-bad controls; its verdicts are muted' },
      { code: 'scripted', message: 'every system of this run is scripted: the figures measure Fathom, not a model' },
    ],
    samples,
  };
};
