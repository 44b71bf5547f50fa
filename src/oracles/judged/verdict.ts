import { type Check, type Finding, isNonEmpty, type Verdict, type Voice } from '../../core/index.ts';
import type { AddressedText } from '../../judges/judge.ts';
import { oneLine, printable } from '../dynamic/printable.ts';
import { type Aggregation, decide, meanProbability } from './aggregate.ts';
import type { Ballot } from './ballots.ts';
import { addressedFindings, guarded } from './defences.ts';

export type Speaker = { readonly oracle: string; readonly family: string; readonly panel: boolean };

const mostFindings = 10;

/** Each weakness at each place once, in the order in which they were named. */
const distinct = (findings: readonly Finding[]): readonly Finding[] =>
  [...new Map(findings.toReversed().map((each) => [`${each.ruleId} ${each.cwe.join()} ${each.location?.line ?? ''}`, each])).values()]
    .toReversed()
    .slice(0, mostFindings);

/**
 * One check for each repetition, with its own status: how often a judge contradicts itself (test and retest) is computed from the record by
 * them. A judge alone has `repetition-1`, `repetition-2` …; on a panel the judge's id stands before: `openai/x:rubric-cwe/repetition-1`.
 */
const checkOf = ({ judge, repetition, status, detail, commentsRemoved, probability }: Ballot, { panel }: Speaker): Check => ({
  id: `${panel ? `${judge.id}/` : ''}repetition-${repetition}`,
  status,
  detail: oneLine(
    `${probability === undefined ? '' : `probability ${probability}; `}${commentsRemoved ? 'without comments: ' : ''}${detail}`,
  ),
});

/** The verdict that the ballots amount to, before its transcript is kept. */
export const judgedVerdict = (
  speaker: Speaker,
  ballots: readonly Ballot[],
  {
    how,
    addressed,
    quoted,
  }: { readonly how: Aggregation; readonly addressed: readonly AddressedText[]; readonly quoted: readonly AddressedText[] },
  voice: Voice,
): Verdict => {
  const { oracle, family } = speaker;
  const decision = guarded(decide(ballots, how), ballots, addressed);
  const findings = distinct(ballots.filter(({ status }) => status === 'fail').flatMap((ballot) => ballot.findings));
  const told = distinct([...ballots.flatMap(({ collateral }) => collateral), ...addressedFindings(oracle, [...addressed, ...quoted])]);
  // What some repetitions found stays visible where they did not prevail.
  const collateral = decision.status === 'fail' ? told : distinct([...told, ...findings]);
  const probability = meanProbability(ballots, how);
  const facts = {
    oracle,
    axis: 'secure',
    grade: 'opined',
    family,
    voice,
    collateral,
    checks: ballots.map((ballot) => checkOf(ballot, speaker)),
    ...(probability === undefined ? {} : { probability: Math.round(probability * 10_000) / 10_000 }),
  } as const;
  if (decision.status === 'pass') return { ...facts, status: 'pass' };
  if (decision.status === 'unknown') return { ...facts, status: 'unknown', reason: decision.reason, detail: decision.detail };
  return isNonEmpty(findings)
    ? { ...facts, status: 'fail', findings }
    : { ...facts, status: 'unknown', reason: 'error', detail: `a conviction without a finding: ${decision.detail}` };
};

const longestAnswer = 8_000;

/** Every answer as it came, for people: safe to print. */
export const judgedTranscript = (ballots: readonly Ballot[], verdict: Verdict): string => {
  const decided = verdict.status === 'unknown' ? `unknown (${verdict.reason}): ${verdict.detail}` : verdict.status;
  const paragraphs = ballots.flatMap(({ judge, repetition, asked }) =>
    asked.map(({ cwe, reply }) => {
      const paid = `${reply.usage === undefined ? '' : `, ${reply.usage.inputTokens} + ${reply.usage.outputTokens} tokens`}${reply.costUsd === undefined ? '' : `, $${reply.costUsd.toFixed(6)}`}`;
      const head = `${judge.id}, repetition ${repetition}${cwe === undefined ? '' : `, ${cwe}`}${reply.commentsRemoved ? ', without comments' : ''}${paid}`;
      const failure = reply.failure === undefined ? '' : `\n=> ${reply.failure.reason}: ${reply.failure.detail}`;
      return `${head}\n${reply.raw.slice(0, longestAnswer)}${reply.raw.length > longestAnswer ? `\n… cut; ${reply.raw.length} characters in all` : ''}${failure}\n`;
    }),
  );
  return printable(`${paragraphs.join('\n')}\nverdict: ${decided}\n`);
};
