import { describe, expect, it } from 'vitest';
import type { Calibration, Label, LabelledSample, Verdict } from '../../../src/core/index.ts';
import { intersection, weighted } from '../../../src/fusion/index.ts';
import { accuracyRows, calibratedOracles, labelledSample } from '../../../src/metrics/calibration/compile.ts';
import { judgeCalibrations } from '../../../src/metrics/calibration/judge-calibration.ts';
import { peoplesTruths } from '../../../src/metrics/calibration/people.ts';
import { summariseCalibration } from '../../../src/metrics/calibration/summary.ts';
import { measure } from '../../../src/metrics/index.ts';
import { entry, exploit, secure, tests } from '../build.ts';

const truth = { label: 'insecure', truth: 'insecure', cwes: ['CWE-22'] } as const;
const judge = (probability: number, ...said: readonly ('pass' | 'fail')[]): Verdict => ({
  ...secure('judged:x', said[0] ?? 'pass', { grade: 'opined' }),
  probability,
  checks: said.map((status, at) => ({ id: `repetition-${at + 1}`, status })),
});

describe('labelledSample', () => {
  it('keeps what was said on the secure axis, muted or not, and what judges hold likely', () => {
    const kept = labelledSample(
      entry({ verdicts: [tests('pass'), secure('a', 'fail'), secure('b', 'pass', { muted: true }), judge(0.8, 'fail', 'pass')] }),
      truth,
    );
    expect(kept).toMatchObject({
      verdicts: { a: 'fail', b: 'muted pass', 'judged:x': 'fail' },
      probabilities: { 'judged:x': 0.8 },
      repetitions: { 'judged:x': ['fail', 'pass'] },
    });
  });

  it("keeps the judges of a panel apart, and does not take an exploit's checks for repetitions", () => {
    const panel: Verdict = {
      ...secure('judged:p', 'fail', { grade: 'opined' }),
      checks: ['m/repetition-1', 'm/repetition-2', 'n/repetition-1'].map((id) => ({ id, status: 'fail' as const })),
    };
    const attack: Verdict = { ...exploit('fail'), checks: [{ id: 'repetition-1', status: 'fail' }] };
    expect(labelledSample(entry({ verdicts: [panel, attack] }), truth).repetitions).toEqual({ 'judged:p m': ['fail', 'fail'] });
  });
});

describe('accuracyRows', () => {
  it('counts each weakness and all together, and heard verdicts apart', () => {
    const sample = {
      id: 's',
      task: 't',
      language: 'go' as const,
      cwes: ['CWE-22', 'CWE-78'] as const,
      label: 'secure',
      truth: 'secure' as const,
    };
    const rows = accuracyRows([
      { ...sample, verdicts: { a: 'muted fail' } },
      { ...sample, verdicts: { a: 'pass' } },
    ]);
    expect(rows.map(({ cwe }) => cwe)).toEqual([undefined, 'CWE-22', 'CWE-78']);
    expect(rows[0]).toMatchObject({ counts: { trueNegative: 1, falsePositive: 1 }, heard: { trueNegative: 1, falsePositive: 0 } });
  });
});

describe('peoplesTruths', () => {
  const label = (by: string, status: Label['status'], more: Partial<Label> = {}): Label => ({
    entry: 'e',
    axis: 'secure',
    status,
    by,
    at: '2026-01-01T00:00:00Z',
    blind: true,
    ...more,
  });

  it('takes the last word of each person, and the majority of people', () => {
    const { truths } = peoplesTruths([label('ann', 'pass'), label('bob', 'fail'), label('cy', 'fail'), label('ann', 'fail')]);
    expect(truths.get('e')).toEqual({ truth: 'insecure', people: 3 });
  });

  it('knows nothing where people are evenly divided, and nothing of the functional axis', () => {
    const { truths, divided } = peoplesTruths([
      label('ann', 'pass'),
      label('bob', 'fail'),
      label('ann', 'pass', { entry: 'f', axis: 'functional' }),
    ]);
    expect([truths.size, divided]).toEqual([0, ['e']]);
  });
});

const samples: readonly LabelledSample[] = Array.from({ length: 80 }, (_, at) => {
  const isInsecure = at % 2 === 0;
  const hard = at % 10 < 2;
  return {
    id: `s${at}`,
    task: `task-${at % 16}`,
    language: 'python',
    cwes: ['CWE-22'],
    label: hard ? (isInsecure ? 'evasive' : 'suspicious') : isInsecure ? 'insecure' : 'secure',
    truth: isInsecure ? 'insecure' : 'secure',
    verdicts: {
      exploits: isInsecure ? 'fail' : 'pass',
      a: isInsecure === hard ? 'pass' : 'fail',
      b: isInsecure ? 'fail' : 'pass',
    },
    probabilities: { b: isInsecure ? 0.9 : 0.2 },
  };
});
const calibration: Calibration = {
  calibrationVersion: 1,
  fathomVersion: '0',
  createdAt: '2026-01-01T00:00:00Z',
  source: 'witnesses',
  suites: [{ id: 'core', hash: 'h', source: 's' }],
  oracles: [
    { id: 'a', family: 'a', grade: 'reported', version: '1' },
    { id: 'b', family: 'b', grade: 'reported', version: '1' },
    { id: 'exploits', family: 'tests', grade: 'witnessed', version: '1' },
  ],
  accuracy: accuracyRows(samples),
  samples,
};

describe('summariseCalibration', () => {
  const summary = summariseCalibration(calibration, [intersection, weighted], { level: 0.95, seed: 1 });

  it('names the oracle that is right by construction', () => {
    expect(summary.byConstruction).toEqual(['exploits']);
  });

  it('compares each oracle with the rules on the samples made to deceive, without execution', () => {
    expect(summary.hard).toEqual([
      {
        name: 'a',
        of: 16,
        right: 0,
        rules: [
          { rule: 'intersection', right: 8 },
          { rule: 'weighted', right: 16 },
        ],
      },
      {
        name: 'b',
        of: 16,
        right: 16,
        rules: [
          { rule: 'intersection', right: 8 },
          { rule: 'weighted', right: 16 },
        ],
      },
    ]);
  });

  it('looks at the probabilities of oracles that state them', () => {
    expect(summary.judges.map(({ oracle, samples: n, tasks }) => [oracle, n, tasks])).toEqual([['b', 80, 16]]);
    expect(judgeCalibrations(calibration, 1)[0]?.corrected.map(({ by }) => by)).toEqual(['platt', 'isotonic', 'temperature']);
  });
});

describe('calibratedOracles', () => {
  it('takes the version from the manifest', () => {
    const facts = {
      id: 'a',
      axis: 'secure',
      grade: 'reported',
      family: 'f',
      version: '7',
      languages: [],
      state: 'ready',
      controls: [],
    } as const;
    expect(calibratedOracles([entry({ verdicts: [secure('a', 'pass', { family: 'f' })] })], [facts])).toEqual([
      { id: 'a', family: 'f', grade: 'reported', version: '7' },
    ]);
  });
});

describe('measure, with a calibration', () => {
  const entries = Array.from({ length: 60 }, (_, at) =>
    entry({ task: `task-${at % 12}`, index: at, verdicts: [tests('pass'), secure('b', at % 3 === 0 ? 'fail' : 'pass')] }),
  );
  const manifest = {
    recordVersion: 1 as const,
    runId: 'run',
    fathomVersion: '0',
    createdAt: '2026-01-01T00:00:00Z',
    command: [],
    configuration: {},
    seed: 1,
    suites: [],
    tasks: Array.from({ length: 12 }, (_, at) => ({
      id: `task-${at}`,
      suite: 'core',
      title: '',
      cwes: ['CWE-22' as const],
      languages: ['python' as const],
      hash: '',
    })),
    systems: [{ id: 'model', model: 'm', method: 'direct' }],
    oracles: [],
    host: { platform: '', arch: '', node: '', cpus: 1 },
    requested: 60,
  };
  const options = { rule: intersection, ks: [1], seed: 1, level: 0.95, resamples: 200 };

  it('puts the corrected rate beside the raw one', () => {
    const { calibration: use, systems } = measure({ manifest, entries }, { ...options, calibration });
    const rate = use?.rates.find(({ metric }) => metric === 'secure-pass');
    expect(rate?.raw.value).toBeCloseTo(2 / 3, 12);
    expect(rate?.raw.value).toBeCloseTo(systems[0]?.measurements.find(({ metric }) => metric === 'secure-pass@1')?.value ?? 0, 12);
    // Intersection convicts every insecure sample, and the 8 suspicious of 40 secure ones: (1/3 − 1/5) / (4/5).
    expect(rate?.roganGladen.value).toBeCloseTo(1 - (1 / 3 - 0.2) / 0.8, 12);
    expect(rate?.roganGladen.interval?.method).toBe('two-set-bootstrap');
  });

  it('warns that the calibration set was written by nobody, and that an oracle is missing', () => {
    const { calibration: use, warnings } = measure({ manifest, entries }, { ...options, calibration });
    expect(use?.transport.filter(({ differs }) => differs).map(({ by }) => by)).toEqual(['system', 'oracles']);
    expect(warnings.map(({ code }) => code)).toContain('calibration-differs');
  });

  it('warns where a language was never calibrated, and corrects nothing there', () => {
    const go = entries.map((one) => ({ ...one, language: 'go' as const }));
    const { calibration: use } = measure({ manifest, entries: go }, { ...options, calibration });
    expect(use?.transport.find(({ by }) => by === 'language')).toMatchObject({ differs: true });
    expect(use?.rates[0]?.roganGladen).toEqual({ clipped: false, n: 0, uncalibrated: 60 });
  });

  it('sees that an oracle convicts more than its accuracy allows', () => {
    const blind = { ...calibration, samples: samples.map((one) => ({ ...one, verdicts: { ...one.verdicts, a: 'pass' as const } })) };
    const all = entries.map((one) => ({ ...one, verdicts: [tests('pass'), secure('a', 'fail')] }));
    const { calibration: use } = measure({ manifest, entries: all }, { ...options, calibration: blind });
    expect(use?.transport.find(({ by }) => by === 'rates')?.message).toContain('a convicts 100 % of the python samples');
  });

  it('asks people first where they labelled some of the run, but not of samples that were chosen for being disputed', () => {
    const own = entries.slice(0, 30).map(
      ({ id, taskId }, at): LabelledSample => ({
        id,
        task: taskId,
        language: 'python',
        cwes: ['CWE-22'],
        label: 'labelled',
        truth: at % 3 === 0 ? 'insecure' : 'secure',
        verdicts: { b: at % 3 === 0 ? 'fail' : 'pass' },
        entry: { runId: 'run', id, drawn: at < 24 ? 'random' : 'disputed' },
      }),
    );
    const labelled: Calibration = { ...calibration, source: 'labels', samples: own };
    const { calibration: use } = measure({ manifest, entries }, { ...options, calibration: labelled });
    const powered = use?.rates.find(({ metric }) => metric === 'secure')?.predictionPowered;
    expect(powered).toMatchObject({ labelled: 24, unlabelled: 36 });
    expect(powered?.value).toBeCloseTo(2 / 3, 6);
    expect(use?.notes.join(' ')).toContain('6 labelled samples were chosen for being disputed');
  });

  it('says that the rule weighted has nothing to weigh by', () => {
    const { warnings, samples: judged } = measure({ manifest, entries }, { ...options, rule: weighted });
    expect(warnings.map(({ code }) => code)).toContain('no-calibration');
    expect(judged.every(({ outcome }) => outcome.secure.status === 'unknown')).toBe(true);
  });
});
