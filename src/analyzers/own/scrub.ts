import { dirname } from 'node:path';
import type { FileReport } from '../analyzer.ts';
import type { Attempt } from '../bisect.ts';
import type { Failure } from '../file-report.ts';
import type { Project } from './project.ts';

/** Takes the project's folder, and the folders of single files, out of a text: no path of this machine reaches a message. */
const scrubber = (project: Project): ((text: string) => string) => {
  const root = dirname(project.source);
  return (text) =>
    text
      .replaceAll(`${project.source}/`, '')
      .replaceAll(`${project.scratch}/`, '')
      .replaceAll(root, '')
      .replaceAll(/\bs\d+_[0-9a-f]{12}\//g, '');
};

/** What an attempt yields, without a path of this machine in any of its words. */
export const scrubbed = (outcome: Attempt<FileReport, Failure>, project: Project): Attempt<FileReport, Failure> => {
  const scrub = scrubber(project);
  if (!outcome.ok) return { ok: false, failure: { ...outcome.failure, detail: scrub(outcome.failure.detail) } };
  const answers = outcome.answers.map((report): FileReport => {
    if (report.status === 'failed') return { ...report, detail: scrub(report.detail) };
    const findings = report.findings.map((finding) => ({
      ...finding,
      message: scrub(finding.message),
      ...(finding.path === undefined ? {} : { path: finding.path.map((step) => ({ ...step, note: scrub(step.note) })) }),
    }));
    return { ...report, findings };
  });
  return { ok: true, answers };
};
