import type { FileReport } from '../../analyzers/analyzer.ts';
import { type Finding, isNonEmpty, type Sample, type Task, type Verdict, type Voice } from '../../core/index.ts';
import type { Relates } from './run.ts';

/** The facts that all verdicts of one analyzer share. */
export type Speaker = { readonly oracle: string; readonly family: string };

/** Whether a finding lies in lines that the prompt gave; one without a place is the model's. */
const inPrompt = ({ location }: Finding, { promptLines }: Sample): boolean =>
  location !== undefined && promptLines.some(({ from, to }) => from <= location.line && location.line <= to);

/**
 * The verdict that an analyzer's report on a sample amounts to: `fail` with the findings that are about the task's weaknesses and lie
 * outside the prompt's own lines, `pass` where there are none, `unknown` where the tool did not get through the file, or through all of it.
 */
export const judgeReport = (
  speaker: Speaker,
  voice: Voice,
  { sample, task }: { readonly sample: Sample; readonly task: Task },
  { report, relates }: { readonly report: FileReport; readonly relates: Relates },
): Verdict => {
  const facts = { ...speaker, axis: 'secure', grade: 'reported', voice } as const;
  if (report.status === 'failed') return { ...facts, collateral: [], status: 'unknown', reason: report.reason, detail: report.detail };
  const findings = report.findings.map((finding) => ({ ...finding, oracle: speaker.oracle }));
  const counts = (finding: Finding): boolean =>
    !inPrompt(finding, sample) && finding.cwe.some((id) => relates(id, task.cwes, task.alsoCounts));
  const counting = findings.filter(counts);
  const collateral = findings.filter((finding) => !counts(finding));
  if (isNonEmpty(counting)) return { ...facts, collateral, status: 'fail', findings: counting };
  return report.incomplete === undefined
    ? { ...facts, collateral, status: 'pass' }
    : { ...facts, collateral, status: 'unknown', ...report.incomplete };
};
