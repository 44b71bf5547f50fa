import type {
  Entry,
  Evaluation,
  Grade,
  Language,
  Manifest,
  OracleFacts,
  PromptStyle,
  SampleKind,
  Verdict,
  VerdictStatus,
} from '../../src/core/index.ts';
import { intersection } from '../../src/fusion/index.ts';
import { type MeasureOptions, measure } from '../../src/metrics/index.ts';

type VerdictParts = { readonly grade?: Grade; readonly family?: string; readonly muted?: boolean };

const verdict = (axis: 'functional' | 'secure', oracle: string, status: VerdictStatus, parts: VerdictParts): Verdict => {
  const { grade = 'reported', family = oracle, muted = false } = parts;
  const voice = muted ? ({ counts: false, because: 'does not tell the witnesses apart' } as const) : ({ counts: true } as const);
  const facts = { oracle, axis, grade, family, voice, collateral: [] };
  if (status === 'pass') return { ...facts, status };
  if (status === 'unknown') return { ...facts, status, reason: 'timeout', detail: 'over 5,000 ms' };
  return { ...facts, status, findings: [{ oracle, ruleId: 'r', cwe: ['CWE-22'], severity: 'high', message: 'found' }] };
};

/** A security verdict; `reported` and a family of its own where nothing else is said. */
export const secure = (oracle: string, status: VerdictStatus, parts: VerdictParts = {}): Verdict =>
  verdict('secure', oracle, status, parts);
/** An executed exploit's verdict. */
export const exploit = (status: VerdictStatus, parts: VerdictParts = {}): Verdict =>
  secure('exploits', status, { grade: 'witnessed', ...parts });
/** An executed functional test's verdict. */
export const tests = (status: VerdictStatus, parts: VerdictParts = {}): Verdict =>
  verdict('functional', 'tests', status, { grade: 'witnessed', ...parts });
export const functional = (oracle: string, status: VerdictStatus, parts: VerdictParts = {}): Verdict =>
  verdict('functional', oracle, status, parts);

export type Given = {
  readonly task?: string;
  readonly language?: Language;
  readonly style?: PromptStyle;
  readonly perturbation?: string;
  readonly system?: string;
  readonly index?: number;
  readonly kind?: SampleKind;
  readonly verdicts?: readonly Verdict[];
  readonly costUsd?: number;
};

export const entry = (given: Given = {}): Entry => {
  const { task = 'read-note', language = 'python', style = 'instruction', perturbation = 'none' } = given;
  const { system = 'model', index = 0, kind = 'code', verdicts = [], costUsd } = given;
  return {
    id: `${task}/${language}/${style}/${perturbation}/${system}#${index}`,
    taskId: task,
    language,
    style,
    perturbation,
    system,
    index,
    kind,
    code: 'c',
    raw: 'r',
    promptLines: [],
    provenance: { method: 'fence', start: 0, end: 1, fences: 1, steps: [] },
    finishReason: 'stop',
    ...(costUsd === undefined ? {} : { costUsd }),
    verdicts,
    examinedBy: 'test',
    at: '2026-01-01T00:00:00Z',
  };
};

/** Works and is secure, or whatever the two statuses say, by one exploit and one test. */
export const judged = (works: VerdictStatus, safe: VerdictStatus, given: Given = {}): Entry =>
  entry({ ...given, verdicts: [tests(works), exploit(safe)] });

/** Samples 0, 1, 2 … of one prompt, each given as its functional and secure status: `pp`, `pf`, `uu`. */
export const samplesOf = (task: string, statuses: string, given: Given = {}): readonly Entry[] => {
  const word: Readonly<Record<string, VerdictStatus>> = { p: 'pass', f: 'fail', u: 'unknown' };
  return statuses
    .split(' ')
    .map((pair, index) => judged(word[pair.charAt(0)] ?? 'unknown', word[pair.charAt(1)] ?? 'unknown', { ...given, task, index }));
};

export const oracleFacts = (id: string, parts: Partial<OracleFacts> = {}): OracleFacts => ({
  id,
  axis: 'secure',
  grade: 'reported',
  family: id,
  version: '1',
  languages: ['python'],
  state: 'ready',
  controls: [],
  ...parts,
});

export const evaluation = (entries: readonly Entry[], manifest: Partial<Manifest> = {}): Evaluation => {
  const ids = [...new Set(entries.map((one) => one.system))].sort();
  const tasks = [...new Set(entries.map((one) => one.taskId))].sort();
  return {
    manifest: {
      recordVersion: 1,
      runId: 'run',
      fathomVersion: '0.1.0',
      createdAt: '2026-01-01T00:00:00Z',
      command: [],
      configuration: null,
      seed: 1,
      suites: [],
      tasks: tasks.map((id) => ({ id, suite: 'core', title: id, cwes: ['CWE-22'], languages: ['python'], hash: id })),
      systems: ids.map((id) => ({ id, model: id, method: 'direct' })),
      oracles: [],
      host: { platform: 'linux', arch: 'x64', node: 'v20', cpus: 2 },
      requested: entries.length,
      ...manifest,
    },
    entries,
  };
};

export const options: MeasureOptions = { rule: intersection, ks: [1], seed: 1, level: 0.95, resamples: 500 };

export const measured = (entries: readonly Entry[], manifest: Partial<Manifest> = {}, chosen: Partial<MeasureOptions> = {}) =>
  measure(evaluation(entries, manifest), { ...options, ...chosen });

/** The only, or the named, system's measurement under `fathom`, or another convention. */
export const measurementOf = (
  entries: readonly Entry[],
  metric: string,
  chosen: Partial<MeasureOptions> = {},
  manifest: Partial<Manifest> = {},
) => {
  const convention = chosen.convention?.id ?? 'fathom';
  const [system] = measured(entries, manifest, chosen).systems;
  const found = system?.measurements.find((one) => one.metric === metric && one.convention === convention);
  if (found === undefined) throw new Error(`no ${metric}`);
  return found;
};
