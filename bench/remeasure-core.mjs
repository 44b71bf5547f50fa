/**
 * Re-measures a synthetic run of 100,000 entries (50 systems × 200 tasks × 10 samples, five oracles each) and prints
 * the time and the peak memory. Entries are already in memory: reading them is the store's part.
 *
 *   npm run build && node bench/remeasure-core.mjs [entries]
 */
import { performance } from 'node:perf_hooks';
import { intersection } from '../dist/fusion/index.js';
import { measure, random } from '../dist/metrics/index.js';

const taskCount = 200;
const samplesEach = 10;
const entryCount = Number(process.argv[2] ?? 100_000);
const systemCount = Math.max(1, Math.round(entryCount / (taskCount * samplesEach)));
const languages = ['python', 'javascript', 'c'];
const oracles = [
  { id: 'tests', axis: 'functional', grade: 'witnessed', family: 'tests' },
  { id: 'exploits', axis: 'secure', grade: 'witnessed', family: 'exploits' },
  { id: 'analyzer-a', axis: 'secure', grade: 'reported', family: 'rules' },
  { id: 'analyzer-b', axis: 'secure', grade: 'reported', family: 'rules' },
  { id: 'analyzer-c', axis: 'secure', grade: 'reported', family: 'other-rules' },
];

const verdictOf = (oracle, chance) => {
  const base = {
    oracle: oracle.id,
    axis: oracle.axis,
    grade: oracle.grade,
    family: oracle.family,
    voice: { counts: true },
    collateral: [],
  };
  if (chance < 0.02) return { ...base, status: 'unknown', reason: 'timeout', detail: 'took longer than 5,000 ms' };
  if (chance < 0.7) return { ...base, status: 'pass' };
  const finding = { oracle: oracle.id, ruleId: 'r1', cwe: ['CWE-79'], severity: 'high', message: 'seen' };
  return { ...base, status: 'fail', findings: [finding] };
};

const makeRun = () => {
  const rng = random(7);
  const share = () => rng.next() / 4294967296;
  const tasks = Array.from({ length: taskCount }, (_, at) => ({
    id: `task-${at}`,
    suite: 'bench',
    title: `task ${at}`,
    cwes: [`CWE-${20 + (at % 25)}`],
    languages: [languages[at % 3]],
    hash: String(at),
  }));
  const entries = [];
  for (let system = 0; system < systemCount; system += 1) {
    for (const task of tasks) {
      for (let index = 0; index < samplesEach; index += 1) {
        entries.push({
          id: `${task.id}/${task.languages[0]}/instruction/none/system-${system}#${index}`,
          taskId: task.id,
          language: task.languages[0],
          style: 'instruction',
          perturbation: 'none',
          system: `system-${system}`,
          index,
          kind: share() < 0.03 ? 'empty' : 'code',
          code: 'hash',
          raw: 'hash',
          promptLines: [],
          provenance: { method: 'fence', start: 0, end: 1, fences: 1, steps: [] },
          finishReason: 'stop',
          examinedBy: 'bench',
          verdicts: oracles.map((oracle) => verdictOf(oracle, share())),
          at: '2026-01-01T00:00:00Z',
        });
      }
    }
  }
  const manifest = {
    recordVersion: 1,
    runId: 'bench',
    fathomVersion: '0',
    createdAt: '2026-01-01T00:00:00Z',
    command: [],
    configuration: null,
    seed: 1,
    suites: [],
    tasks,
    systems: Array.from({ length: systemCount }, (_, at) => ({ id: `system-${at}`, model: `system-${at}`, method: 'direct' })),
    oracles: [],
    host: { platform: 'linux', arch: 'x64', node: process.version, cpus: 1 },
    requested: entries.length,
  };
  return { manifest, entries };
};

const megabytes = (bytes) => Math.round(bytes / 1048576);
const evaluation = makeRun();
const before = process.resourceUsage().maxRSS * 1024;
const started = performance.now();
const measured = measure(evaluation, { rule: intersection, ks: [1, 5, 10], seed: 1, level: 0.95, resamples: 2000 });
const seconds = (performance.now() - started) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
console.log(
  JSON.stringify({
    entries: evaluation.entries.length,
    systems: measured.systems.length,
    measurements: measured.systems.reduce((sum, system) => sum + system.measurements.length, 0),
    breakdownCells: measured.breakdowns.reduce((sum, breakdown) => sum + breakdown.cells.length, 0),
    seconds: Number(seconds.toFixed(2)),
    peakMb: megabytes(peak),
    entriesAloneMb: megabytes(before),
  }),
);
