import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  calibrationByPeople,
  calibrationFrom,
  isAboutRun,
  labelledFile,
  readCalibration,
  witnessesOf,
  writeCalibration,
} from '../../src/compose/calibration.ts';
import { suiteOf } from '../../src/compose/suites.ts';
import { sampleId } from '../../src/core/index.ts';
import { entry, exploit, secure } from '../metrics/build.ts';

const manifest = {
  recordVersion: 1,
  runId: 'the-run',
  fathomVersion: '0',
  createdAt: '2026-01-01T00:00:00Z',
  command: [],
  configuration: {},
  seed: 1,
  suites: [{ id: 'core', hash: 'h', source: 's' }],
  tasks: [{ id: 'read-note', suite: 'core', title: '', cwes: ['CWE-22'], languages: ['python'], hash: '' }],
  systems: [],
  oracles: [],
  host: { platform: '', arch: '', node: '', cpus: 1 },
  requested: 3,
};
const label = (id: string, status: 'pass' | 'fail', by = 'ann') =>
  JSON.stringify({ entry: id, axis: 'secure', status, by, at: '2026-01-01T00:00:00Z', blind: true, drawn: 'random' });

describe('calibration', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-calibration-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('takes every witness that works, each once, and says how many do not', async () => {
    const { tasks } = await suiteOf('core', folder);
    const { samples, apart } = witnessesOf(tasks, ['python']);
    const labels = new Set(samples.map(({ truth }) => truth.label));
    expect([...labels].sort()).toEqual(['evasive', 'insecure', 'secure', 'suspicious']);
    expect(new Set(samples.map(({ planned }) => sampleId(planned))).size).toBe(samples.length);
    expect(apart).toBeGreaterThan(0);
    expect(
      samples.every(
        ({ planned, truth }) => planned.language === 'python' && (truth.label === 'evasive' ? truth.truth === 'insecure' : true),
      ),
    ).toBe(true);
  });

  it("reads a user's own code, and refuses a label that is none", async () => {
    const { tasks } = await suiteOf('core', folder);
    const path = join(folder, 'own.jsonl');
    await writeFile(
      path,
      `${JSON.stringify({ task_id: 'read-note', language: 'python', code: 'x = 1\n', label: 'evasive', system: 'gpt' })}\n`,
    );
    expect(await isAboutRun(path)).toBe(false);
    expect(await labelledFile(path, tasks)).toMatchObject([
      {
        planned: { taskId: 'read-note', system: 'gpt', index: 0 },
        completion: { code: 'x = 1\n' },
        truth: { truth: 'insecure', system: 'gpt' },
      },
    ]);
    await writeFile(path, `${JSON.stringify({ task_id: 'read-note', code: 'x', label: 'fine' })}\n`);
    await expect(labelledFile(path, tasks)).rejects.toThrow(/own\.jsonl:1/);
  });

  it('takes the truth of a run from people, and examines nothing', async () => {
    const run = join(folder, 'run');
    await mkdir(run);
    const [one, two, empty] = [
      entry({ index: 0, verdicts: [exploit('fail'), secure('a', 'pass')] }),
      entry({ index: 1, verdicts: [secure('a', 'pass', { muted: true })] }),
      entry({ index: 2, kind: 'empty' }),
    ];
    await writeFile(join(run, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(run, 'entries.jsonl'), [one, two, empty].map((each) => `${JSON.stringify(each)}\n`).join(''));
    const path = join(run, 'labels.jsonl');
    await writeFile(path, `${[label(one?.id ?? '', 'fail'), label(two?.id ?? '', 'pass'), label(empty?.id ?? '', 'pass')].join('\n')}\n`);
    expect(await isAboutRun(path)).toBe(true);
    const { calibration, strangers } = await calibrationByPeople(path, '2026-02-02T00:00:00Z');
    expect(strangers).toBe(1);
    expect(calibration).toMatchObject({ source: 'labels', createdAt: '2026-02-02T00:00:00Z' });
    expect(calibration.samples).toMatchObject([
      { truth: 'insecure', cwes: ['CWE-22'], verdicts: { exploits: 'fail', a: 'pass' }, entry: { runId: 'the-run', drawn: 'random' } },
      { truth: 'secure', verdicts: { a: 'muted pass' } },
    ]);
    await expect(calibrationFrom(run, [], { source: 'witnesses', suites: [], at: '' })).resolves.toMatchObject({ samples: [] });
    const stored = join(folder, 'calibration.json');
    await writeCalibration(stored, calibration);
    expect(await readCalibration(stored)).toEqual(calibration);
  });

  it('refuses a calibration of another version, a damaged one, and none', async () => {
    const path = join(folder, 'other.json');
    await expect(readCalibration(path)).rejects.toThrow(/fathom calibrate --out FILE/);
    await writeFile(path, '{"calibrationVersion": 99}');
    await expect(readCalibration(path)).rejects.toThrow(/reads version 1/);
    const good: unknown = JSON.parse(await readFile(join(folder, 'calibration.json'), 'utf8'));
    await writeFile(path, JSON.stringify(good).replace('"insecure"', '"perhaps"'));
    await expect(readCalibration(path)).rejects.toThrow(/samples\.0\.truth/);
  });
});
