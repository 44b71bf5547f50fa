import type { Analyzer, Detection } from '../analyzers/analyzer.ts';
import {
  cweTreeVersion,
  messageOf,
  type OracleFacts,
  related,
  type Task,
  type UnknownReason,
  type Verdict,
  type Voice,
} from '../core/index.ts';
import type { Examination, Oracle } from './oracle.ts';
import { type Admission, admit, voiceKey } from './static/admission.ts';
import { passes, runControls } from './static/controls.ts';
import { judgeReport, type Speaker } from './static/judge-report.ts';
import { repositoryOf } from './static/patched.ts';
import { type Relates, runs } from './static/run.ts';

export type StaticOracleOptions = {
  readonly analyzer: Analyzer;
  /** Default: `related` of core. */
  readonly relates?: Relates;
  /** How many samples it likes at once. Default 100. */
  readonly batchSize?: number;
};

/** Changes with the meaning of the verdicts: it is part of the cache key. */
const meaning = 1;

type State =
  | { readonly kind: 'unprepared' }
  | { readonly kind: 'ready'; readonly version: string; readonly admission: Admission }
  | { readonly kind: 'mute'; readonly version: string; readonly reason: UnknownReason; readonly problem: string };

type Prepared = { readonly state: State; readonly facts: OracleFacts };

const baseFacts = (speaker: Speaker, analyzer: Analyzer, detection: Detection): Omit<OracleFacts, 'state' | 'controls'> => ({
  id: speaker.oracle,
  axis: 'secure',
  grade: 'reported',
  family: speaker.family,
  version: detection.version ?? 'unknown',
  languages: analyzer.languages,
  ...(detection.state === 'ready' ? { ruleSet: detection.ruleSet } : {}),
});

const detect = async (analyzer: Analyzer): Promise<Detection> => {
  try {
    return await analyzer.detect();
  } catch (thrown) {
    return {
      state: 'broken',
      problem: `${analyzer.id} could not be asked for its version: ${messageOf(thrown)}`,
      remedy: 'Run `fathom doctor`.',
    };
  }
};

const versionOf = (analyzer: Analyzer, detection: Detection): string =>
  [
    `static ${meaning}`,
    analyzer.id,
    detection.version ?? '',
    detection.state === 'ready' ? detection.ruleSet : detection.state,
    cweTreeVersion,
  ].join('; ');

const prepareWith = async (speaker: Speaker, options: StaticOracleOptions, tasks: readonly Task[]): Promise<Prepared> => {
  const { analyzer, relates = related } = options;
  const detection = await detect(analyzer);
  const version = versionOf(analyzer, detection);
  const base = baseFacts(speaker, analyzer, detection);
  const mute = (state: 'absent' | 'broken', problem: string, controls: OracleFacts['controls'] = []): Prepared => ({
    state: { kind: 'mute', version: `${version}; ${state}`, reason: state === 'absent' ? 'tool-missing' : 'tool-broken', problem },
    facts: { ...base, state, problem, controls },
  });
  if (detection.state !== 'ready') return mute(detection.state, `${detection.problem} ${detection.remedy}`);
  try {
    const controls = await runControls(analyzer, relates);
    const failing = controls.filter((control) => !passes(control));
    if (failing.length > 0) {
      const details = failing.map(({ language, detail }) => `${language}: ${detail ?? 'failed'}`).join('; ');
      return mute(
        'broken',
        `${analyzer.id} ${detection.version} failed its controls and is not believed in this run. ${details}`,
        controls,
      );
    }
    const admission = await admit(analyzer, tasks, relates);
    return { state: { kind: 'ready', version, admission }, facts: { ...base, state: 'ready', controls, admitted: admission.admitted } };
  } catch (thrown) {
    return mute('broken', `${analyzer.id} failed on its controls or on the tasks' witnesses: ${messageOf(thrown)}`);
  }
};

type Ready = State & { readonly kind: 'ready' };
type Silent = { readonly voice: Voice; readonly reason: UnknownReason; readonly detail: string };

const unknown = (speaker: Speaker, { voice, reason, detail }: Silent): Verdict => ({
  ...speaker,
  axis: 'secure',
  grade: 'reported',
  voice,
  collateral: [],
  status: 'unknown',
  reason,
  detail,
});

/** Verdicts of a tool that is here and believed, one for each examination, in order. Throws only what aborted it. */
const judge = async (
  speaker: Speaker,
  { analyzer, relates = related }: StaticOracleOptions,
  { admission }: Ready,
  { asked, signal }: { readonly asked: readonly Examination[]; readonly signal: AbortSignal | undefined },
): Promise<readonly Verdict[]> => {
  const voiceOf = ({ sample, task }: Examination): Voice =>
    admission.voices.get(voiceKey(task, sample.language)) ?? { counts: false, because: 'was not prepared for this task' };
  const sources = asked.map(({ sample, task }) => ({ ...sample, repository: repositoryOf(task, sample.language) }));
  try {
    const reports = await runs(analyzer, sources, signal);
    return asked.map((examination, index) => {
      const voice = voiceOf(examination);
      const report = reports[index];
      if (report === undefined) return unknown(speaker, { voice, reason: 'skipped-by-tool', detail: `${analyzer.id} gave no report` });
      return judgeReport(speaker, voice, examination, { report, relates });
    });
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    const detail = messageOf(thrown);
    return asked.map((examination) => unknown(speaker, { voice: voiceOf(examination), reason: 'tool-crashed', detail }));
  }
};

/** What a tool says that is absent, broken, or was never prepared. */
const muteVerdict = (speaker: Speaker, state: Exclude<State, Ready>): Verdict => {
  const [reason, detail] = state.kind === 'mute' ? [state.reason, state.problem] : (['error', 'prepare was not called'] as const);
  return unknown(speaker, { voice: { counts: false, because: detail }, reason, detail });
};

/**
 * One analyzer as an oracle on the secure axis. It speaks of samples that hold code, in the analyzer's languages, for tasks that have
 * a CWE; of all others it says nothing, since a `pass` on an axis that a task doesn't have would be a claim about nothing.
 *
 * Before `prepare` has found the tool, its controls and the tasks it is admitted to, it has no voice. An absent or broken tool
 * answers `unknown` for every sample, in a voice that doesn't count.
 */
export const staticOracle = (options: StaticOracleOptions): Oracle => {
  const { analyzer, batchSize = 100 } = options;
  const speaker: Speaker = { oracle: `static:${analyzer.id}`, family: analyzer.family };
  let state: State = { kind: 'unprepared' };
  const speaksOf = ({ sample, task }: Examination): boolean =>
    sample.kind === 'code' && analyzer.languages.includes(sample.language) && task.cwes.length > 0;
  return {
    id: speaker.oracle,
    batchSize,
    get version() {
      return state.kind === 'unprepared' ? `static ${meaning}; ${analyzer.id}; not prepared` : state.version;
    },
    prepare: async (tasks) => {
      const prepared = await prepareWith(speaker, options, tasks);
      state = prepared.state;
      return [prepared.facts];
    },
    examine: async (batch, signal) => {
      const asked = batch.filter(speaksOf);
      const current = state;
      const verdicts =
        current.kind === 'ready'
          ? await judge(speaker, options, current, { asked, signal })
          : asked.map(() => muteVerdict(speaker, current));
      const answers = verdicts.values();
      return batch.map((examination) => {
        const next = speaksOf(examination) ? answers.next() : undefined;
        return next === undefined || next.done === true ? [] : [next.value];
      });
    },
    close: async () => {},
  };
};
