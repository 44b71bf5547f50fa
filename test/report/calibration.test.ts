import { describe, expect, it } from 'vitest';
import type { Calibration, LabelledSample } from '../../src/core/index.ts';
import { fusionRules, intersection } from '../../src/fusion/index.ts';
import { accuracyRows, measure, summariseCalibration } from '../../src/metrics/index.ts';
import { calibrationMarkdown, json, markdown, renderCalibration, renderTerminal } from '../../src/report/index.ts';
import { study, threeSystems } from './support/study.ts';

const { measured, blobs } = study({ systems: threeSystems, samplesPerTask: 4 });
const evaluation = { manifest: measured.manifest, entries: measured.samples.map((sample) => sample.entry) };

const samples = measured.samples.flatMap(({ entry }, at): readonly LabelledSample[] => {
  const own = entry.verdicts.flatMap(({ oracle, axis, status }) => (axis === 'secure' ? [[oracle, status] as const] : []));
  const truth = own.some(([, status]) => status === 'fail') ? 'insecure' : 'secure';
  const label = at % 7 === 0 ? (truth === 'insecure' ? 'evasive' : 'suspicious') : truth;
  return [
    { id: entry.id, task: entry.taskId, language: entry.language, cwes: ['CWE-22'], label, truth, verdicts: Object.fromEntries(own) },
  ];
});
const oracles = new Map(
  evaluation.entries.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ oracle: id, axis, family, grade }) =>
      axis === 'secure' ? [[id, { id, family, grade, version: '1' }] as const] : [],
    ),
  ),
);
const calibration: Calibration = {
  calibrationVersion: 1,
  fathomVersion: '0',
  createdAt: '2026-01-01T00:00:00Z',
  source: 'witnesses',
  suites: [{ id: 'core', hash: 'h', source: 's' }],
  oracles: [...oracles.values()],
  accuracy: accuracyRows(samples),
  samples,
};
const summary = summariseCalibration(calibration, fusionRules, { level: 0.95, seed: 1 });
const corrected = measure(evaluation, { rule: intersection, ks: [1], seed: 1, level: 0.95, resamples: 100, calibration });

describe('renderCalibration', () => {
  const text = renderCalibration({ calibration, summary, byCwe: true, width: 80 });

  it('fits 80 columns, with a row for each weakness where it is asked for', () => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain('CWE-22');
  });

  it('does not print a figure that is right by construction without a remark', () => {
    expect(text.replace(/\s+/g, ' ')).toContain('exploits: right by construction');
  });

  it('names every rule', () => {
    for (const { id } of fusionRules) expect(text).toContain(id);
    for (const { id } of fusionRules) expect(calibrationMarkdown({ summary })).toContain(`| ${id} |`);
  });
});

describe('reports of a calibrated run', () => {
  it.each([
    ['markdown', markdown().render({ measured: corrected, blobs })],
    ['terminal', renderTerminal(corrected, { width: 80, colour: false, unicode: true })],
  ])('%s puts the corrected rate beside the raw one', (_, text) => {
    expect(text).toContain('Corrected for the errors of oracles');
    expect(text).toContain('raw');
    expect(text).toContain('corrected');
  });

  it('keeps the terminal within its width', () => {
    const lines = renderTerminal(corrected, { width: 80, colour: false, unicode: true }).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('writes the whole calibration into the JSON', () => {
    expect(JSON.parse(json().render({ measured: corrected, blobs })).calibration.rates.length).toBe(2 * threeSystems.length);
  });
});
