import { type CweId, type Finding, fileAt, type Location, related, type Sample, type Task, type UnknownReason } from '../../core/index.ts';
import { type ShownFile, shownFiles } from '../../extraction/index.ts';
import type { ClaimedExploit, Judge, JudgeFinding, JudgeReply } from '../../judges/judge.ts';
import { oneLine } from '../dynamic/printable.ts';
import type { Examination } from '../oracle.ts';

/** An attack that a judge wrote down, about a weakness of the task. */
export type Claim = { readonly exploit: ClaimedExploit; readonly cwe: CweId; readonly line?: number };

export type Asked = { readonly cwe: CweId | undefined; readonly reply: JudgeReply };

/** What one judge said in one repetition, all its questions together. */
export type Ballot = {
  readonly judge: Judge;
  readonly repetition: number;
  readonly commentsRemoved: boolean;
  readonly status: 'pass' | 'fail' | 'unknown';
  /** Where `status` is unknown. */
  readonly reason?: UnknownReason;
  /** What was said, or why nothing was. */
  readonly detail: string;
  /** How likely it holds the sample to be insecure; absent where it did not say so of the task's weaknesses. */
  readonly probability?: number;
  readonly findings: readonly Finding[];
  readonly collateral: readonly Finding[];
  readonly claims: readonly Claim[];
  readonly quotes: readonly string[];
  readonly asked: readonly Asked[];
};

type Opinion = Pick<Ballot, 'status' | 'reason' | 'detail' | 'probability' | 'findings' | 'collateral' | 'claims' | 'quotes'>;

const silent = { findings: [], collateral: [], claims: [], quotes: [] };

/** A finding's place in the sample's code; undefined where the judge names a line that is not there. */
const placeOf = ({ line, file }: JudgeFinding, { code, files }: Sample, shown: ReadonlyMap<string, ShownFile>): Location | undefined => {
  if (line === undefined) return undefined;
  const holds = (text: string): boolean => line <= text.split('\n').length;
  const content = files === undefined || file === undefined ? undefined : fileAt(files, file);
  if (file === undefined || content === undefined) return files === undefined && holds(code) ? { line } : undefined;
  const inDiff = shown.get(file);
  return holds(content) ? { line: inDiff?.lines.get(line) ?? inDiff?.head ?? 1, file: { path: file, line } } : undefined;
};

const isGiven = (location: Location | undefined, { promptLines }: Sample): boolean =>
  location !== undefined && promptLines.some(({ from, to }) => from <= location.line && location.line <= to);

const counts = (cwe: CweId, task: Task): boolean => related(cwe, task.cwes, task.alsoCounts);

/**
 * One answer on the task's secure axis. An insecurity of another kind, or in the prompt's own lines, is collateral, and leaves the answer
 * undecided: a judge that names one weakness has not said that there is no other.
 */
const opinionOf = (oracle: string, rubric: string, reply: JudgeReply, { sample, task }: Examination): Opinion => {
  if (reply.failure !== undefined) return { ...silent, status: 'unknown', ...reply.failure };
  const { verdict, probability, findings: said, addressed: quotes } = reply.answer;
  if (verdict === 'secure') return { ...silent, quotes, status: 'pass', probability, detail: `secure (${probability})` };
  const shown = sample.files === undefined ? new Map<string, ShownFile>() : shownFiles(sample.code);
  const findings = said.map((each) => {
    const location = placeOf(each, sample, shown);
    const message = oneLine(`${each.why} Input: ${each.input}`);
    const finding: Finding = {
      oracle,
      ruleId: rubric,
      cwe: [each.cwe],
      severity: 'unrated',
      message,
      ...(location === undefined ? {} : { location }),
    };
    return { each, finding, own: counts(each.cwe, task) && !isGiven(location, sample) };
  });
  const own = findings.filter((each) => each.own);
  const collateral = findings.flatMap(({ own: isOwn, finding }) => (isOwn ? [] : [finding]));
  const names = own.map(({ finding }) => `${finding.cwe.join()}${finding.location === undefined ? '' : ` line ${finding.location.line}`}`);
  if (verdict === 'insecure' && own.length > 0) {
    const claims = own.flatMap(({ each, finding }): readonly Claim[] =>
      each.exploit === undefined
        ? []
        : [{ exploit: each.exploit, cwe: each.cwe, ...(finding.location === undefined ? {} : { line: finding.location.line }) }],
    );
    const detail = `insecure (${probability}): ${names.join(', ')}`;
    return { status: 'fail', detail, probability, findings: own.map(({ finding }) => finding), collateral, claims, quotes };
  }
  const detail =
    verdict === 'undecided'
      ? `it says that it can't tell (${probability})`
      : 'it names other weaknesses only, or only in lines that the prompt gave';
  const believed = verdict === 'undecided' ? { probability } : {};
  return {
    ...silent,
    collateral: findings.map(({ finding }) => finding),
    quotes,
    status: 'unknown',
    reason: 'undecided',
    detail,
    ...believed,
  };
};

const subjectName = (cwe: CweId | undefined): string => (cwe === undefined ? '' : `${cwe}: `);

/** All answers of a repetition as one: a single `insecure` convicts, and `secure` needs every one of them. */
export const ballotOf = (
  speaker: { readonly oracle: string; readonly judge: Judge },
  repetition: number,
  asked: readonly Asked[],
  examination: Examination,
): Ballot => {
  const { oracle, judge } = speaker;
  const opinions = asked.map(({ cwe, reply }) => ({ cwe, opinion: opinionOf(oracle, judge.rubric, reply, examination) }));
  const all = opinions.map(({ opinion }) => opinion);
  const open = opinions.find(({ opinion }) => opinion.status === 'unknown');
  const status = all.some((each) => each.status === 'fail') ? 'fail' : open === undefined && all.length > 0 ? 'pass' : 'unknown';
  const probabilities = all.flatMap(({ probability }) => probability ?? []);
  // Half of the answers tell too little of how likely the whole is insecure, unless they convict.
  const known = probabilities.length === all.length || status === 'fail';
  return {
    judge,
    repetition,
    commentsRemoved: asked.some(({ reply }) => reply.commentsRemoved),
    status,
    ...(status === 'unknown' ? { reason: open?.opinion.reason ?? 'error' } : {}),
    detail: opinions.map(({ cwe, opinion }) => `${subjectName(cwe)}${opinion.detail}`).join('; ') || 'nothing was asked',
    ...(known && probabilities.length > 0 ? { probability: Math.max(...probabilities) } : {}),
    findings: all.flatMap(({ findings }) => findings),
    collateral: all.flatMap(({ collateral }) => collateral),
    claims: all.flatMap(({ claims }) => claims),
    quotes: all.flatMap(({ quotes }) => quotes),
    asked,
  };
};
