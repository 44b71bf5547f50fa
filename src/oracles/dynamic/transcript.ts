import { describeEnded } from './describe-ended.ts';
import { printable, shortened } from './printable.ts';
import type { CandidateRun, CheckRun } from './run-candidate.ts';

/** A transcript holds at most so many characters; what is more is cut and said to be. */
const transcriptLimit = 65_536;
const lineLimit = 2_400;

/** What was asked and answered, for people: one paragraph for each check. Safe to print. */
export const transcriptOf = (run: CandidateRun, kind: 'case' | 'exploit'): string => {
  if (run.kind === 'not-loaded')
    return printable(`The candidate did not load (${run.failure.kind}).\n${shortened(run.failure.detail, 8_000)}\n`);
  if (run.kind === 'sandbox') return printable(`The sandbox failed: ${run.message}\n`);
  const text = (kind === 'case' ? run.cases : run.exploits).map(paragraph).join('\n');
  return text.length <= transcriptLimit ? text : `${text.slice(0, transcriptLimit)}\n… cut; ${text.length} characters in all\n`;
};

const words = {
  pass: { case: 'right', exploit: 'withstood' },
  fail: { case: 'wrong', exploit: 'harm done' },
  unknown: { case: 'undecided', exploit: 'undecided' },
};

const paragraph = ({ runnable, outcome, interactions, firstTry }: CheckRun): string => {
  const lines = [`${runnable.kind} ${runnable.test.id}: ${words[outcome.status][runnable.kind]}`];
  if (firstTry !== undefined) lines.push(`  first try, repeated alone in a fresh box: ${firstTry}`);
  for (const { request, ended } of interactions) lines.push(`  ${request}`, `    ${describeEnded(ended)}`);
  if (outcome.detail !== '') lines.push(`  => ${outcome.detail}`);
  return `${lines.map((line) => shortened(printable(line), lineLimit)).join('\n')}\n`;
};
