import {
  type ControlResult,
  holdsCode,
  type Language,
  messageOf,
  type OracleFacts,
  type Task,
  type UnknownReason,
  type Verdict,
  type Voice,
} from '../core/index.ts';
import type { AddressedText, Judge } from '../judges/judge.ts';
import { admitJudge } from './judged/admission.ts';
import type { Aggregation } from './judged/aggregate.ts';
import { type Ballot, ballotOf } from './judged/ballots.ts';
import { judgeControl, knownSample } from './judged/controls.ts';
import { prosecutor } from './judged/prosecute.ts';
import type { TryExploit } from './judged/trial.ts';
import { judgedTranscript, judgedVerdict, type Speaker } from './judged/verdict.ts';
import type { Examination, Oracle } from './oracle.ts';
import { type Admission, voiceKey } from './static/admission.ts';

export { type Aggregation, aggregations } from './judged/aggregate.ts';

export type JudgedOptions = {
  /** `judged:` and this. */
  readonly name: string;
  /** One judge, or a panel. */
  readonly judges: readonly [Judge, ...Judge[]];
  readonly aggregate: Aggregation;
  /** Languages of the run: controls of others would cost money and say nothing. */
  readonly languages: readonly Language[];
  /** Asks about every task's witnesses first, and mutes the judge where it does not tell them apart. */
  readonly admission: boolean;
  /** Where code speaks to its judge; and which of a judge's quotations are really there. */
  readonly addressed: (code: string, language: Language) => readonly AddressedText[];
  readonly confirmed: (code: string, quotes: readonly string[]) => readonly AddressedText[];
  /** Carries attacks out; absent where nothing is executed. */
  readonly tryExploit?: TryExploit | undefined;
  readonly saveBlob: (text: string) => Promise<string>;
};

/** Changes with the meaning of the verdicts: it is part of the cache key. */
const meaning = 1;

/** All judges of one model are one family: asking a model twice makes no second witness. */
const familyOf = (judges: readonly Judge[]): string => `judge:${[...new Set(judges.map(({ model }) => model))].sort().join('+')}`;

/**
 * One judge, or a panel, as an oracle on the secure axis. It speaks of samples that hold code, for tasks that have a CWE, and its verdicts
 * are `opined`, with the probability that the judge itself states. An attack that it wrote down and that works is a
 * verdict of its own, `witnessed`, of the oracle `…/exploits`: harm that was seen needs no trust in the judge.
 *
 * Refusals, unreadable and cut answers, an empty purse and a dead network are `unknown` with their reason; never a pass.
 */
export const judgedOracle = (options: JudgedOptions): Oracle => new JudgedOracle(options);

class JudgedOracle implements Oracle {
  readonly id: string;
  readonly batchSize = 50;
  readonly version: string;
  readonly #options: JudgedOptions;
  readonly #speaker: Speaker;
  readonly #prosecute: ReturnType<typeof prosecutor> | undefined;
  /** Languages in which it failed its controls, and how. */
  readonly #broken = new Map<Language, string>();
  #admission: Admission | undefined;
  #isPrepared = false;

  constructor(options: JudgedOptions) {
    const { name, judges, aggregate, admission, tryExploit, saveBlob } = options;
    this.#options = options;
    this.id = `judged:${name}`;
    this.#speaker = { oracle: this.id, family: familyOf(judges), panel: judges.length > 1 };
    const tried = tryExploit === undefined ? 'not executed' : 'executed';
    this.version = [`judged ${meaning}`, aggregate, tried, ...(admission ? ['admitted by witnesses'] : []), ...judges.map(versionOf)].join(
      '; ',
    );
    const suspect = { id: `${this.id}/exploits`, family: this.#speaker.family };
    this.#prosecute = tryExploit === undefined ? undefined : prosecutor(suspect, tryExploit, saveBlob);
  }

  async prepare(tasks: readonly Task[]): Promise<readonly OracleFacts[]> {
    this.#isPrepared = true;
    const claimed = new Set(tasks.flatMap((task) => task.languages.map(({ language }) => language)));
    const wanted = this.#options.languages.filter((language) => claimed.has(language));
    const controls = await Promise.all(wanted.map((language) => this.#control(language)));
    for (const { language, knownBadFound, knownGoodClean, detail } of controls)
      if (!(knownBadFound && knownGoodClean)) this.#broken.set(language, detail ?? 'failed its controls');
    const sound = wanted.filter((language) => !this.#broken.has(language));
    if (this.#options.admission)
      this.#admission = await admitJudge(tasks, sound, (examination) => this.#opinion(examination, { counts: true }));
    return this.#facts(wanted, controls);
  }

  examine(batch: readonly Examination[], signal?: AbortSignal): Promise<readonly (readonly Verdict[])[]> {
    // All at once: the limit of the model's server decides how many calls are in flight.
    return Promise.all(batch.map((examination) => this.#examineOne(examination, signal)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #examineOne(examination: Examination, signal: AbortSignal | undefined): Promise<readonly Verdict[]> {
    const { sample, task } = examination;
    if (!holdsCode(sample.kind) || task.cwes.length === 0) return [];
    if (!this.#isPrepared) return [this.#unknown('error', 'prepare was not called', { counts: false, because: 'prepare was not called' })];
    const broken = this.#broken.get(sample.language);
    if (broken !== undefined)
      return [this.#unknown('tool-broken', broken, { counts: false, because: `failed its controls in ${sample.language}` })];
    const voice = this.#voiceOf(examination);
    try {
      const ballots = await this.#ballots(examination, signal);
      const opinion = await this.#recorded(examination, ballots, voice);
      const claims = ballots.flatMap((ballot) => ballot.claims);
      const witnessed = await this.#prosecute?.(examination, claims, signal);
      return witnessed === undefined ? [opinion] : [opinion, witnessed];
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      return [this.#unknown('error', messageOf(thrown), voice)];
    }
  }

  /** Every judge, every repetition, every question, at once. The last of several repetitions is shown the code without its comments. */
  async #ballots(examination: Examination, signal: AbortSignal | undefined): Promise<readonly Ballot[]> {
    const { sample, task } = examination;
    const { language, code, files } = sample;
    const turns = this.#options.judges.flatMap((judge) =>
      Array.from({ length: judge.repetitions }, (_, index) => ({ judge, repetition: index + 1 })),
    );
    return Promise.all(
      turns.map(async ({ judge, repetition }) => {
        const withoutComments = repetition > 1 && repetition === judge.repetitions;
        const asked = await Promise.all(
          judge.subjects(task).map(async (cwe) => {
            const more = { ...(files === undefined ? {} : { files }), ...(cwe === undefined ? {} : { cwe }) };
            return { cwe, reply: await judge.ask({ task, language, code, repetition, withoutComments, ...more }, signal) };
          }),
        );
        return ballotOf({ oracle: this.id, judge }, repetition, asked, examination);
      }),
    );
  }

  #verdict({ sample }: Examination, ballots: readonly Ballot[], voice: Voice): Verdict {
    const { addressed, confirmed, aggregate: how } = this.#options;
    const spoken = addressed(sample.code, sample.language);
    const lines = new Set(spoken.map(({ line }) => line));
    const quotes = [...new Set(ballots.flatMap((ballot) => ballot.quotes))];
    const quoted = confirmed(sample.code, quotes).filter(({ line }) => !lines.has(line));
    return judgedVerdict(this.#speaker, ballots, { how, addressed: spoken, quoted }, voice);
  }

  async #opinion(examination: Examination, voice: Voice): Promise<Verdict> {
    return this.#verdict(examination, await this.#ballots(examination, undefined), voice);
  }

  async #recorded(examination: Examination, ballots: readonly Ballot[], voice: Voice): Promise<Verdict> {
    const verdict = this.#verdict(examination, ballots, voice);
    return { ...verdict, transcript: await this.#options.saveBlob(judgedTranscript(ballots, verdict)) };
  }

  #voiceOf({ sample, task }: Examination): Voice {
    if (this.#admission === undefined) return { counts: true, uncalibrated: true };
    return this.#admission.voices.get(voiceKey(task, sample.language)) ?? { counts: false, because: 'was not prepared for this task' };
  }

  async #control(language: Language): Promise<ControlResult> {
    const { task, good, bad } = judgeControl(language);
    const say = async (code: string): Promise<Verdict> => {
      try {
        return await this.#opinion(knownSample(task, language, code, undefined), { counts: true });
      } catch (thrown) {
        return this.#unknown('error', messageOf(thrown), { counts: true });
      }
    };
    const [onBad, onGood] = await Promise.all([say(bad), say(good)]);
    const told = (verdict: Verdict): string => (verdict.status === 'unknown' ? `${verdict.reason}: ${verdict.detail}` : verdict.status);
    const missed = onBad.status === 'fail' ? [] : [`the known-bad program: ${told(onBad)}`];
    const alarmed = onGood.status === 'pass' ? [] : [`the known-good program: ${told(onGood)}`];
    const detail = [...missed, ...alarmed].join('; ');
    return { language, knownBadFound: missed.length === 0, knownGoodClean: alarmed.length === 0, ...(detail === '' ? {} : { detail }) };
  }

  #facts(languages: readonly Language[], controls: readonly ControlResult[]): readonly OracleFacts[] {
    const { judges, tryExploit } = this.#options;
    const notes = [...new Set(judges.flatMap(({ note }) => note ?? []))];
    const problems = [...this.#broken].map(([language, why]) => `${language}: ${why}`);
    const base = { axis: 'secure', family: this.#speaker.family, version: this.version } as const;
    const opined: OracleFacts = {
      ...base,
      id: this.id,
      grade: 'opined',
      ruleSet: [...new Set(judges.map(({ rubric }) => rubric))].join(', '),
      languages,
      state: problems.length > 0 && problems.length === languages.length ? 'broken' : 'ready',
      ...(problems.length === 0 ? {} : { problem: `it failed its controls and is not believed there. ${problems.join('; ')}` }),
      ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
      controls,
      ...(this.#admission === undefined ? {} : { admitted: this.#admission.admitted }),
    };
    if (tryExploit === undefined) return [opined];
    // It speaks only where a judge wrote an attack down: its silence is no alarm.
    return [
      opined,
      { ...base, id: `${this.id}/exploits`, grade: 'witnessed', languages: [], state: 'ready', convictsOnly: true, controls: [] },
    ];
  }

  #unknown(reason: UnknownReason, detail: string, voice: Voice): Verdict {
    const { oracle, family } = this.#speaker;
    return { oracle, family, axis: 'secure', grade: 'opined', voice, collateral: [], status: 'unknown', reason, detail };
  }
}

const versionOf = ({ version, weight }: Judge): string => `{${version}${weight === 1 ? '' : `; weight ${weight}`}}`;
