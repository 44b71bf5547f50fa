import type { AxisOutcome, Verdict } from '../core/index.ts';
import type { JudgedEntry, MeasuredEvaluation } from '../metrics/measurement.ts';
import { findingText, pathLine } from './finding-text.ts';
import type { ReportFormat } from './report.ts';
import { oneLine, withoutControls } from './text.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
const attribute = (name: string, value: string | number): string => ` ${name}="${escapeXml(oneLine(String(value)))}"`;
const body = (text: string): string => escapeXml(withoutControls(text));

const axisText = (axis: string, { status, because }: AxisOutcome): string =>
  `${axis} ${status}${because.length === 0 ? '' : `: ${because.join(', ')}`}`;

/** One line for each finding that counts or reason that is missing. */
const detailOf = (verdict: Verdict): readonly string[] => {
  const muted = verdict.voice.counts ? '' : ` (muted: ${verdict.voice.because})`;
  if (verdict.status === 'unknown') {
    return [`${verdict.oracle}, ${verdict.axis}: unknown, ${verdict.reason}: ${verdict.detail}${muted}`];
  }
  if (verdict.status === 'pass') {
    return [];
  }
  return verdict.findings.map((finding) => {
    const path = pathLine(finding);
    return `${verdict.oracle}, ${verdict.axis}, ${verdict.grade}: ${findingText(finding)}${path === '' ? '' : `; path: ${path}`}${muted}`;
  });
};

/** `kind:refusal` where there is no code; else the axes that failed. */
const failureType = ({ entry, outcome }: JudgedEntry): string => {
  if (entry.kind !== 'code') {
    return `kind:${entry.kind}`;
  }
  const failed = [outcome.functional.status === 'fail' ? 'not-functional' : '', outcome.secure.status === 'fail' ? 'insecure' : ''];
  return failed.filter((part) => part !== '').join('+');
};

const testCase = (sample: JudgedEntry): readonly string[] => {
  const { entry, outcome } = sample;
  const open = `    <testcase${attribute('classname', `${entry.taskId}.${entry.language}`)}${attribute('name', entry.id)}`;
  if (outcome.joint === 'pass') {
    return [`${open}/>`];
  }
  const message = `${axisText('functional', outcome.functional)}; ${axisText('secure', outcome.secure)}`;
  const [tag, type] = outcome.joint === 'fail' ? (['failure', failureType(sample)] as const) : (['error', 'unknown'] as const);
  const details = entry.verdicts.flatMap(detailOf).map(oneLine).join('\n');
  return [
    `${open}>`,
    `      <${tag}${attribute('type', type)}${attribute('message', message)}>${body(details)}</${tag}>`,
    '    </testcase>',
  ];
};

const countsOf = (samples: readonly JudgedEntry[]): string => {
  const count = (status: string): number => samples.filter((sample) => sample.outcome.joint === status).length;
  return `${attribute('tests', samples.length)}${attribute('failures', count('fail'))}${attribute('errors', count('unknown'))}${attribute('skipped', 0)}`;
};

const suite = (system: string, samples: readonly JudgedEntry[], measured: MeasuredEvaluation): readonly string[] => {
  const note = measured.manifest.systems.find((facts) => facts.id === system)?.note;
  const properties: readonly (readonly [string, string])[] = [
    ['run', measured.manifest.runId],
    ['fusion', measured.fusion.id],
    ...(note === undefined ? [] : [['note', note] as const]),
  ];
  return [
    `  <testsuite${attribute('name', system)}${countsOf(samples)}${attribute('timestamp', measured.manifest.createdAt)}>`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property${attribute('name', name)}${attribute('value', value)}/>`),
    '    </properties>',
    ...samples.flatMap(testCase),
    '  </testsuite>',
  ];
};

/**
 * One test suite for each system, one test case for each sample. Passed: secure and works.
 * `failure` carries the type `insecure`, `not-functional`, both joined by `+`, or `kind:<kind>` of an answer without code;
 * an unknown outcome is an `error`, never a pass and never skipped.
 */
export const junit = (): ReportFormat => ({
  id: 'junit',
  summary: 'A test case for each sample, for CI dashboards; an unknown outcome is an error',
  fileName: 'junit.xml',
  render: ({ measured }) => {
    const bySystem = new Map<string, JudgedEntry[]>(measured.systems.map((system) => [system.system, []]));
    for (const sample of measured.samples) {
      const list = bySystem.get(sample.entry.system) ?? [];
      list.push(sample);
      bySystem.set(sample.entry.system, list);
    }
    return `${[
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attribute('name', `fathom ${measured.manifest.runId}`)}${countsOf(measured.samples)}>`,
      ...[...bySystem].flatMap(([system, samples]) => suite(system, samples, measured)),
      '</testsuites>',
    ].join('\n')}\n`;
  },
});
