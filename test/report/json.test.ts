import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { fusionRules } from '../../src/fusion/index.ts';
import { measure } from '../../src/metrics/index.ts';
import { json } from '../../src/report/json.ts';
import { expectFile } from './support/expected.ts';
import { smallStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/schema/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const problems = (text: string): unknown => {
  validate(JSON.parse(text));
  return validate.errors ?? [];
};

describe('json', () => {
  it('writes the expected file', () => {
    expectFile('report.json', json().render(smallStudy()));
  });

  it('fits its published schema', () => {
    expect(problems(json().render(smallStudy()))).toEqual([]);
  });

  it.each(fusionRules.map((rule) => [rule.id, rule] as const))('fits its published schema when a run is measured with %s', (_, rule) => {
    const { measured, blobs } = study({ systems: threeSystems, samplesPerTask: 4 });
    const evaluation = { manifest: measured.manifest, entries: measured.samples.map((sample) => sample.entry) };
    const again = measure(evaluation, { rule, ks: [1, 5], seed: 1, level: 0.95, resamples: 50 });
    expect(problems(json().render({ measured: again, blobs }))).toEqual([]);
  });

  it('leaves a value out where there was nothing to measure', () => {
    const { measured, blobs } = smallStudy();
    const empty = { metric: 'pass@1', convention: 'fathom', n: 0, unit: 'tasks', samples: 0, unknown: 0, excluded: [] } as const;
    const systems = measured.systems.map((system) => ({ ...system, measurements: [empty] }));
    const text = json().render({ measured: { ...measured, systems }, blobs });
    expect(problems(text)).toEqual([]);
    expect(JSON.parse(text).systems[0].measurements[0]).not.toHaveProperty('value');
  });

  it('has a schema that refuses a failing verdict without a finding', () => {
    const report = JSON.parse(json().render(smallStudy()));
    const verdict = report.samples
      .flatMap((sample: { entry: { verdicts: { status: string }[] } }) => sample.entry.verdicts)
      .find((one: { status: string }) => one.status === 'fail');
    verdict.findings = [];
    expect(problems(JSON.stringify(report))).not.toEqual([]);
  });
});
