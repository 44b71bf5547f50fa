import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sampleUri, sarif } from '../../src/report/sarif.ts';
import { expectFile } from './support/expected.ts';
import { hostileStudy, smallStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

// No installed package ships the official schema; this one is written from the specification and stricter: it refuses what it does not know.
const schema = JSON.parse(readFileSync(new URL('../fixtures/report/sarif-2.1.0-subset.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
formats.default.default(ajv);
const validate = ajv.compile(schema);
const logOf = (text: string): Log => JSON.parse(text);
const resultsOf = (text: string): readonly Result[] => logOf(text).runs.flatMap((run) => run.results ?? []);
const rendered = sarif().render(study({ systems: threeSystems, samplesPerTask: 4 }));

describe('sarif', () => {
  it('writes the expected file', () => {
    expectFile('report.sarif', sarif().render(smallStudy()));
  });

  it('fits the part of the SARIF 2.1.0 schema that it uses', () => {
    expect(validate(logOf(rendered)) ? [] : validate.errors).toEqual([]);
  });

  it('tells the path of a finding as a code flow, step by step in order', () => {
    const flows = resultsOf(rendered).flatMap((result) => result.codeFlows ?? []);
    const [flow] = flows;
    expect(
      flow?.threadFlows[0]?.locations.map(({ location }) => [location?.physicalLocation?.region?.startLine, location?.message?.text]),
    ).toEqual([
      [4, 'the parameter `name` may be anything'],
      [5, 'it is joined to `query`'],
      [6, '`query` is executed'],
    ]);
    const sinks = resultsOf(rendered).filter(({ codeFlows }) => codeFlows !== undefined);
    expect(sinks.every(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine === 6)).toBe(true);
  });

  it('fits it whatever foreign text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(validate(logOf(sarif().render(hostileStudy(`${text}/../#?%\ud800`)))) ? [] : validate.errors).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('points every rule, taxon and artifact index at the thing that it names', () => {
    const [run] = logOf(rendered).runs;
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      const place = result.locations?.[0]?.physicalLocation?.artifactLocation;
      expect(run?.artifacts?.[place?.index ?? -1]?.location?.uri).toBe(place?.uri);
      for (const taxon of result.taxa ?? []) {
        expect(run?.taxonomies?.[0]?.taxa?.[taxon.index ?? -1]?.id).toBe(taxon.id);
      }
    }
  });

  it('gives findings that count a level by severity, and muted and collateral ones none', () => {
    const kinds = new Map(
      resultsOf(rendered).map((result) => [
        `${result.properties?.counts} ${result.properties?.severity}`,
        `${result.kind} ${result.level}`,
      ]),
    );
    expect(Object.fromEntries(kinds)).toEqual({
      'true high': 'fail error',
      'true unrated': 'fail warning',
      'false high': 'informational none',
      'false low': 'informational none',
    });
  });

  it('keeps every finding of every sample', () => {
    const { samples } = study({ systems: threeSystems, samplesPerTask: 4 }).measured;
    const findings = samples.flatMap(({ entry }) =>
      entry.verdicts.flatMap((verdict) => [...(verdict.status === 'fail' ? verdict.findings : []), ...verdict.collateral]),
    );
    expect(resultsOf(rendered)).toHaveLength(findings.length);
  });

  it('names what oracles could not answer', () => {
    const notes = logOf(rendered).runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.map((note) => note.message.text)).toContainEqual(
      expect.stringMatching(/^exploits could not answer for \d+ of \d+ samples: sandbox$/),
    );
  });

  it('writes a sample name as a relative reference that cannot climb', () => {
    const [sample] = smallStudy().measured.samples;
    expect(sample === undefined ? '' : sampleUri({ ...sample.entry, id: '../a b/read#1' })).toBe('samples/%2E%2E/a%20b/read%231.py');
  });
});
