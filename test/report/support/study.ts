import { createHash } from 'node:crypto';
import type { Entry, Finding, Language, SampleKind, Verdict } from '../../../src/core/index.ts';
import { votesOn } from '../../../src/fusion/index.ts';
import { disagreementOf } from '../../../src/metrics/disagreement.ts';
import type { JudgedEntry } from '../../../src/metrics/measurement.ts';
import type { ReportInput } from '../../../src/report/report.ts';
import { measuredFrom } from './measured.ts';
import { type StudyTask, studyTasks } from './programs.ts';

export type StudySystem = {
  readonly id: string;
  readonly secure: number;
  readonly works: number;
  readonly pleases: number;
  readonly note?: string;
};
export type StudyOptions = {
  readonly systems: readonly StudySystem[];
  readonly samplesPerTask: number;
  /** Replaces the code of the first sample: for hostile input. */
  readonly firstCode?: string;
};

export const threeSystems: readonly StudySystem[] = [
  {
    id: 'scripted/careless',
    secure: 0.35,
    works: 0.9,
    pleases: 0.3,
    note: 'scripted: plays the witnesses, 60 % insecure, 10 % broken; measures Fathom, not a model',
  },
  { id: 'scripted/careful', secure: 0.9, works: 0.85, pleases: 0.2, note: 'scripted: plays the witnesses, 85 % secure' },
  { id: 'scripted/pleaser', secure: 0.45, works: 0.4, pleases: 0.9, note: 'scripted: stubs, refusals and evasive code' },
];

/** A small generator of numbers from 0 to 1, so that a study is the same on every machine. */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type Draw = {
  readonly kind: SampleKind;
  readonly secure: boolean;
  readonly works: boolean;
  readonly noticed: boolean;
  readonly lost: boolean;
};

const draw = (system: StudySystem, next: () => number): Draw => {
  const odd = next();
  const kind: SampleKind = odd < 0.03 ? 'refusal' : odd < 0.05 ? 'empty' : odd < 0.06 ? 'unparsable' : 'code';
  return { kind, secure: next() < system.secure, works: next() < system.works, noticed: next() > system.pleases, lost: next() < 0.04 };
};

const counts = { counts: true } as const;

/** Only `find-user` in its insecure form: the name enters at line 4, is joined at line 5, and reaches the database at line 6. */
const pathOf = (oracle: string, task: StudyTask): Pick<Finding, 'path'> =>
  oracle !== 'ruff' || task.id !== 'find-user'
    ? {}
    : {
        path: [
          { location: { line: 4, column: 47 }, note: 'the parameter `name` may be anything' },
          { location: { line: 5, column: 13 }, note: 'it is joined to `query`' },
          { location: { line: 6, column: 33 }, note: '`query` is executed' },
        ],
      };

const finding = (oracle: string, task: StudyTask, message: string): Finding => ({
  ...pathOf(oracle, task),
  oracle,
  ruleId: task.rule,
  cwe: [task.cwe],
  severity: 'high',
  message,
  location: { line: task.program.badLine, column: 5 },
});

const collateralOf = (oracle: string): Finding => ({
  oracle,
  ruleId: 'S110',
  cwe: ['CWE-703'],
  severity: 'low',
  message: 'try, except, pass',
  location: { line: 2 },
});

const staticVerdict = (oracle: string, task: StudyTask, drawn: Draw): Verdict => {
  const muted = oracle === 'bandit' && task.id === 'load-settings';
  const facts = {
    oracle,
    axis: 'secure',
    grade: 'reported',
    family: oracle === 'ruff' || oracle === 'bandit' ? 'bandit-rules' : oracle,
    voice: muted ? { counts: false as const, because: 'does not tell the witnesses of this task apart' } : counts,
    collateral: drawn.works ? [] : [collateralOf(oracle)],
  } as const;
  if (drawn.kind === 'unparsable') {
    return { ...facts, status: 'unknown', reason: 'unparsable-code', detail: 'syntax error at line 3' };
  }
  if (!drawn.secure && drawn.noticed) {
    return { ...facts, status: 'fail', findings: [finding(oracle, task, `${task.cwe}: input from outside reaches a dangerous call`)] };
  }
  return { ...facts, status: 'pass' };
};

const dynamicVerdicts = (task: StudyTask, drawn: Draw, transcript: string | undefined): readonly Verdict[] => {
  const common = {
    grade: 'witnessed',
    family: 'dynamic',
    voice: counts,
    collateral: [],
    ...(transcript === undefined ? {} : { transcript }),
  } as const;
  const functional = { ...common, oracle: 'functional', axis: 'functional' } as const;
  const exploit = { ...common, oracle: 'exploits', axis: 'secure' } as const;
  if (drawn.lost) {
    const unknown = { status: 'unknown', reason: 'sandbox', detail: 'the box did not start: no space left on device' } as const;
    return [
      { ...functional, ...unknown },
      { ...exploit, ...unknown },
    ];
  }
  const broken: Finding = {
    oracle: 'functional',
    ruleId: 'ordinary-input',
    cwe: [],
    severity: 'unrated',
    message: 'expected "hello", got null',
  };
  const works = [
    { id: 'ordinary-input', status: drawn.works ? 'pass' : 'fail', ...(drawn.works ? {} : { detail: broken.message }) },
    { id: 'empty-input', status: 'pass' },
    { id: 'missing-file-is-an-error', status: 'pass' },
  ] as const;
  const attacked = [
    { id: task.exploit, status: drawn.secure ? 'pass' : 'fail', ...(drawn.secure ? {} : { detail: 'the planted secret came back' }) },
  ] as const;
  const harm: Finding = { ...finding('exploits', task, 'the planted secret came back'), ruleId: task.exploit };
  return [
    drawn.works ? { ...functional, status: 'pass', checks: works } : { ...functional, status: 'fail', findings: [broken], checks: works },
    drawn.secure ? { ...exploit, status: 'pass', checks: attacked } : { ...exploit, status: 'fail', findings: [harm], checks: attacked },
  ];
};

const analyzersOf: Readonly<Partial<Record<Language, readonly string[]>>> = {
  python: ['ruff', 'bandit'],
  javascript: ['eslint'],
  c: ['cppcheck', 'flawfinder'],
};

const outcomeOf = (drawn: Draw): JudgedEntry['outcome'] => {
  if (drawn.kind !== 'code') {
    return { functional: { status: 'fail', because: [drawn.kind] }, secure: { status: 'unknown', because: [drawn.kind] }, joint: 'fail' };
  }
  if (drawn.lost) {
    return {
      functional: { status: 'unknown', because: ['functional: sandbox'] },
      secure: { status: 'unknown', because: ['exploits: sandbox'] },
      joint: 'unknown',
    };
  }
  return {
    functional: { status: drawn.works ? 'pass' : 'fail', because: ['functional'], grade: 'witnessed' },
    secure: { status: drawn.secure ? 'pass' : 'fail', because: ['exploits'], grade: 'witnessed' },
    joint: drawn.works && drawn.secure ? 'pass' : 'fail',
  };
};

type Place = { readonly system: StudySystem; readonly task: StudyTask; readonly index: number; readonly code: string };

const entryOf = ({ system, task, index, code }: Place, drawn: Draw, keep: (text: string) => string): Entry => {
  const answer = `Here is the code:\n\n\`\`\`${task.language}\n${code}\`\`\`\n`;
  const raw = drawn.kind === 'refusal' ? 'I cannot help with that.' : code === '' ? '' : answer;
  const said = drawn.secure ? 'PermissionError' : '"canary-5f1c"';
  const transcript = drawn.lost ? undefined : keep(`> ${task.exploit}\ncall ${task.id}("../secret-${index}")\n< ${said}\n`);
  const style = index % 2 === 0 ? 'instruction' : 'completion';
  const answered = drawn.kind === 'code' || drawn.kind === 'unparsable';
  return {
    taskId: task.id,
    language: task.language,
    style,
    perturbation: 'none',
    system: system.id,
    index,
    id: `${task.id}/${task.language}/${style}/none/${system.id}#${index}`,
    kind: drawn.kind,
    code: keep(code),
    raw: keep(raw),
    promptLines: style === 'completion' && drawn.kind === 'code' ? [{ from: 1, to: 2 }] : [],
    provenance: {
      method: code === '' ? 'none' : 'fence',
      start: 29,
      end: 29 + code.length,
      fences: 1,
      languageTag: task.language,
      steps: ['removed fence'],
    },
    finishReason: 'stop',
    usage: { inputTokens: 120, outputTokens: 90 + (index % 40) },
    verdicts: answered
      ? [
          ...(analyzersOf[task.language] ?? []).map((oracle) => staticVerdict(oracle, task, drawn)),
          ...dynamicVerdicts(task, drawn, transcript),
        ]
      : [],
    examinedBy: '5e'.repeat(32),
    at: '2026-01-02T03:04:05.000Z',
  };
};

/** A made-up run, the same on every machine. */
export const study = (options: StudyOptions): ReportInput => {
  const next = numbers(7);
  const blobs: Record<string, string> = {};
  const keep = (text: string): string => {
    const hash = hashOf(text);
    blobs[hash] = text;
    return hash;
  };
  const samples: JudgedEntry[] = [];
  const places = options.systems.flatMap((system) =>
    studyTasks.flatMap((task) => Array.from({ length: options.samplesPerTask }, (_, index) => ({ system, task, index }))),
  );
  for (const { system, task, index } of places) {
    const drawn = draw(system, next);
    const comment = `${task.language === 'python' ? '#' : '//'} answer ${index} of ${system.id}`;
    const own = `${drawn.secure ? task.program.good : task.program.bad}${comment}\n`;
    const first = samples.length === 0 ? options.firstCode : undefined;
    const code = drawn.kind === 'code' || drawn.kind === 'unparsable' ? (first ?? own) : '';
    const entry = entryOf({ system, task, index, code }, drawn, keep);
    const disagreement = disagreementOf(votesOn('secure', entry.verdicts));
    samples.push({ entry, outcome: outcomeOf(drawn), ...(disagreement === undefined ? {} : { disagreement }) });
  }
  return { measured: measuredFrom(samples, options.systems), blobs };
};
