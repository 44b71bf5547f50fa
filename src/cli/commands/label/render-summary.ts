import type { LabelSummary } from '../../../metrics/index.ts';
import { table } from '../../table.ts';

const share = (part: number, of: number): string => (of === 0 ? 'n/a' : `${((100 * part) / of).toFixed(0)} %`);
const decimal = (value: number | undefined): string => (value === undefined ? 'n/a' : value.toFixed(2));

const peopleTable = ({ labellers }: LabelSummary, width: number): string =>
  table(
    ['who', 'axis', 'pass', 'fail', 'blind', 'random', 'as the outcome'],
    labellers.map(({ by, axis, pass, fail, blind, random, sameAsOutcome, otherThanOutcome }) => [
      by,
      axis,
      String(pass),
      String(fail),
      String(blind),
      String(random),
      `${share(sameAsOutcome, sameAsOutcome + otherThanOutcome)} of ${sameAsOutcome + otherThanOutcome} decided`,
    ]),
    width,
  );

const pairTable = ({ agreement }: LabelSummary, width: number): string =>
  table(
    ['left and right', 'axis', '++', '+-', '-+', '--', 'same', 'kappa', 'AC1'],
    agreement.map(({ left, right, axis, counts, percent, kappa, ac1 }) => [
      `${left} and ${right}`,
      axis,
      ...[counts.bothPass, counts.leftPassRightFail, counts.leftFailRightPass, counts.bothFail].map(String),
      percent === undefined ? 'n/a' : `${(percent * 100).toFixed(0)} %`,
      decimal(kappa),
      decimal(ac1),
    ]),
    width,
  );

const mostListed = 20;

/** Who labelled how much, how far people agree with each other, and where they do not. */
export const renderSummary = (summary: LabelSummary, width: number): string => {
  if (summary.labellers.length === 0) return 'Nobody has labelled a sample of this run yet.';
  const parts = [peopleTable(summary, width)];
  if (summary.agreement.length > 0) {
    const alphas = summary.alpha.map(
      ({ axis, samples, alpha }) => `Krippendorff's alpha, ${axis} axis: ${decimal(alpha)} over ${samples} samples.`,
    );
    parts.push(pairTable(summary, width), alphas.join('\n'));
  } else parts.push('No two people labelled the same sample: their agreement is not known.');
  if (summary.divided.length > 0) {
    const lines = summary.divided
      .slice(0, mostListed)
      .map(({ entry, axis, pass, fail }) => `  ${entry} (${axis}): pass by ${pass.join(', ')}; fail by ${fail.join(', ')}`);
    const rest = summary.divided.length - lines.length;
    parts.push(['They differ on:', ...lines, ...(rest > 0 ? [`  … and ${rest} more; --json lists them all`] : [])].join('\n'));
  }
  return parts.join('\n\n');
};
