import { type CweId, type Entry, type Finding, type Location, languageFacts, type Severity, type Verdict } from '../core/index.ts';
import type { MeasuredEvaluation } from '../metrics/measurement.ts';
import { placeText } from './finding-text.ts';
import type { ReportFormat } from './report.ts';
import { oneLine, withoutControls } from './text.ts';

const levels: Readonly<Record<Severity, string>> = { high: 'error', medium: 'warning', low: 'note', unrated: 'warning' };

/** `samples/<id>.<ext>` as a relative URI reference; every segment is percent-encoded, so that `#` and `..` mean nothing. */
export const sampleUri = (entry: Entry): string => {
  const ending = entry.files === undefined ? languageFacts[entry.language].extension : 'diff';
  const segments = entry.id.split('/').map((segment) => encodeURIComponent(withoutControls(segment)));
  return `samples/${segments.map((segment) => (/^\.+$/.test(segment) ? segment.replaceAll('.', '%2E') : segment)).join('/')}.${ending}`;
};

/** Gives each key a number in order of first use. */
class Numbering<Value> {
  readonly values: Value[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(key: string, make: () => Value): number {
    const known = this.numbers.get(key);
    if (known !== undefined) {
      return known;
    }
    const number = this.values.length;
    this.values.push(make());
    this.numbers.set(key, number);
    return number;
  }
}

type Rule = { readonly id: string; readonly cwes: Set<CweId>; readonly oracle: string };
type Tables = { readonly rules: Numbering<Rule>; readonly taxa: Numbering<CweId>; readonly artifacts: Numbering<Entry> };

const taxonReference = (cwe: CweId, tables: Tables) => ({
  id: cwe.slice('CWE-'.length),
  index: tables.taxa.numberOf(cwe, () => cwe),
  toolComponent: { name: 'CWE', index: 0 },
});

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;

/** A region without a valid first line is left out: SARIF counts lines and columns from 1. */
const regionOf = (location: Location | undefined) => {
  const startLine = positive(location?.line);
  if (location === undefined || startLine === undefined) {
    return {};
  }
  const startColumn = positive(location.column);
  const endLine = positive(location.endLine);
  const endColumn = positive(location.endColumn);
  return {
    region: {
      startLine,
      ...(startColumn === undefined ? {} : { startColumn }),
      ...(endLine === undefined || endLine < startLine ? {} : { endLine }),
      ...(endColumn === undefined ? {} : { endColumn }),
    },
  };
};

/** The steps from source to sink as one thread of code; steps without a valid place stay in it as words. */
const flowsOf = ({ path }: Finding, artifactLocation: { readonly uri: string; readonly index: number }) => {
  if (path === undefined || path.length === 0) {
    return {};
  }
  const locations = path.map(({ location, note }) => ({
    location: {
      physicalLocation: { artifactLocation, ...regionOf(location) },
      message: { text: oneLine(note) || placeText(location) },
    },
  }));
  return { codeFlows: [{ threadFlows: [{ locations }] }] };
};

type Weight = { readonly counts: boolean; readonly because?: string };

const resultOf = (finding: Finding, verdict: Verdict, weight: Weight, context: { readonly entry: Entry; readonly tables: Tables }) => {
  const { entry, tables } = context;
  const ruleId = oneLine(`${finding.oracle}/${finding.ruleId}`);
  const ruleIndex = tables.rules.numberOf(ruleId, () => ({ id: ruleId, cwes: new Set(), oracle: finding.oracle }));
  const rule = tables.rules.values[ruleIndex];
  for (const cwe of finding.cwe) {
    rule?.cwes.add(cwe);
  }
  const artifact = tables.artifacts.numberOf(entry.id, () => entry);
  const place = { uri: sampleUri(entry), index: artifact };
  const taxa = [...new Set(finding.cwe)].map((cwe) => taxonReference(cwe, tables));
  return {
    ruleId,
    ruleIndex,
    kind: weight.counts ? 'fail' : 'informational',
    level: weight.counts ? levels[finding.severity] : 'none',
    message: { text: oneLine(finding.message) || ruleId },
    locations: [{ physicalLocation: { artifactLocation: place, ...regionOf(finding.location) } }],
    ...flowsOf(finding, place),
    ...(taxa.length === 0 ? {} : { taxa }),
    partialFingerprints: { 'fathomSampleRuleLine/v1': `${entry.code}:${ruleId}:${finding.location?.line ?? 0}` },
    properties: {
      oracle: finding.oracle,
      axis: verdict.axis,
      grade: verdict.grade,
      severity: finding.severity,
      sample: entry.id,
      system: entry.system,
      task: entry.taskId,
      ...weight,
    },
  };
};

/** Findings that convict come as `fail`; muted and collateral ones as `informational` with the reason. */
const resultsOf = (entry: Entry, tables: Tables) =>
  entry.verdicts.flatMap((verdict) => {
    const weight: Weight = verdict.voice.counts ? { counts: true } : { counts: false, because: verdict.voice.because };
    const findings =
      verdict.status === 'fail' ? verdict.findings.map((finding) => resultOf(finding, verdict, weight, { entry, tables })) : [];
    const collateral = verdict.collateral.map((finding) =>
      resultOf(
        finding,
        verdict,
        { counts: false, because: 'collateral: another weakness than the task asks about, or a line of the prompt' },
        { entry, tables },
      ),
    );
    return [...findings, ...collateral];
  });

const ruleOf = (rule: Rule, tables: Tables) => ({
  id: rule.id,
  shortDescription: { text: rule.id },
  ...(rule.cwes.size === 0
    ? {}
    : { relationships: [...rule.cwes].map((cwe) => ({ target: taxonReference(cwe, tables), kinds: ['relevant'] })) }),
  properties: { oracle: rule.oracle, tags: ['security', ...[...rule.cwes].map((cwe) => `external/cwe/${cwe.toLowerCase()}`)] },
});

/** What could not be said: one notification for each oracle and reason, so that silence is not read as clean. */
const notifications = (measured: MeasuredEvaluation) => [
  ...measured.health.flatMap((health) =>
    Object.entries(health.unknownBy).map(([reason, count]) => ({
      descriptor: { id: `unknown/${reason}` },
      level: 'warning',
      message: {
        text: `${oneLine(health.oracle)} could not answer for ${count} of ${health.verdicts} samples${health.axis === undefined ? '' : ` on the ${health.axis} axis`}: ${reason}`,
      },
      properties: { oracle: health.oracle, reason, count },
    })),
  ),
  ...measured.warnings.map((warning) => ({
    descriptor: { id: oneLine(warning.code) },
    level: 'warning',
    message: { text: oneLine(warning.message) || oneLine(warning.code) },
  })),
];

const render = (measured: MeasuredEvaluation): string => {
  const tables: Tables = { rules: new Numbering(), taxa: new Numbering(), artifacts: new Numbering() };
  const results = measured.samples.flatMap((sample) => resultsOf(sample.entry, tables));
  const rules = tables.rules.values.map((rule) => ruleOf(rule, tables));
  const run = {
    tool: {
      driver: {
        name: 'Fathom',
        semanticVersion: measured.manifest.fathomVersion,
        rules,
        supportedTaxonomies: [{ name: 'CWE', index: 0 }],
      },
    },
    automationDetails: { id: `fathom/${oneLine(measured.manifest.runId)}` },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(measured) }],
    artifacts: tables.artifacts.values.map((entry) => ({
      location: { uri: sampleUri(entry) },
      sourceLanguage: entry.language,
      hashes: { 'sha-256': entry.code },
    })),
    taxonomies: [
      {
        name: 'CWE',
        organization: 'MITRE',
        shortDescription: { text: 'Common Weakness Enumeration' },
        taxa: tables.taxa.values.map((cwe) => ({ id: cwe.slice('CWE-'.length), name: cwe })),
      },
    ],
    results,
    properties: { fusion: measured.fusion.id, seed: measured.manifest.seed, requested: measured.manifest.requested },
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
};

/** SARIF 2.1.0: findings of all samples. Only what was found: a sample without results is not thereby secure. */
export const sarif = (): ReportFormat => ({
  id: 'sarif',
  summary: 'SARIF 2.1.0: findings of all samples with CWE, severity, oracle and grade',
  fileName: 'report.sarif',
  render: ({ measured }) => render(measured),
});
