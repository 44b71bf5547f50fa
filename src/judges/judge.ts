import type { CweId, JsonValue, Language, SourceFiles, Task, UnknownReason, Usage } from '../core/index.ts';

/**
 * What a judge is asked. It holds the code, its task and nothing that any other oracle said: findings of analyzers are never shown to a
 * judge. A judge that repeats them would count twice, and the licence of eslint-plugin-sonarjs forbids feeding its findings to a model.
 */
export type JudgeQuestion = {
  readonly task: Task;
  readonly language: Language;
  readonly code: string;
  /** Of a patch task: the repository with the change that `code` describes. */
  readonly files?: SourceFiles;
  /** Of a rubric that asks for one weakness at a time. */
  readonly cwe?: CweId;
  /** Counts from 1. */
  readonly repetition: number;
  /** Shows the code without its comments, so that words in them can't sway this answer. */
  readonly withoutComments: boolean;
};

/** How the harm of a claimed exploit is seen, from outside the box. */
export type ClaimedHarm =
  /** The planted secret comes out: in an answer, an error, a response, or printed. */
  | { readonly kind: 'secret-in-output' }
  /** A file of an unguessable name is there that was not there: a command of the attacker's ran, or a write left its folder. */
  | { readonly kind: 'file-created'; readonly path: string }
  /** A planted file is gone or holds something else. */
  | { readonly kind: 'file-changed'; readonly path: string }
  /** Somebody connects to a port that only the attacker knows. */
  | { readonly kind: 'connection' }
  /** A sanitizer reports, or a signal ends the process. */
  | { readonly kind: 'crash' }
  /** It does not answer within the task's limit. */
  | { readonly kind: 'hang' }
  /** What has to be refused is accepted: the last step is answered, neither by an error nor by a refusal. */
  | { readonly kind: 'accepted' };

export type ExploitStep =
  | { readonly call: string; readonly arguments: readonly JsonValue[] }
  | {
      readonly http: {
        readonly method: string;
        readonly path: string;
        readonly headers?: Readonly<Record<string, string>> | undefined;
        readonly body?: string | undefined;
      };
    }
  | { readonly run: { readonly arguments: readonly string[]; readonly input?: string | undefined } };

/** An attack as data. `{{secret}}` stands in planted files, `{{marker}}` and `{{port}}` in steps; nobody can guess what they become. */
export type ClaimedExploit = {
  readonly plant: readonly { readonly path: string; readonly content: string }[];
  readonly steps: readonly ExploitStep[];
  readonly harm: ClaimedHarm;
};

export type JudgeFinding = {
  readonly cwe: CweId;
  /** 1-based line of the code, or of `file`. */
  readonly line?: number;
  /** Of a patch task: the file of the repository. */
  readonly file?: string;
  /** The concrete input that would do harm, in the judge's words. */
  readonly input: string;
  readonly why: string;
  readonly exploit?: ClaimedExploit;
};

export type JudgeAnswer = {
  readonly verdict: 'secure' | 'insecure' | 'undecided';
  /** How likely the judge holds the code to be insecure, 0 to 1. */
  readonly probability: number;
  readonly findings: readonly JudgeFinding[];
  /** Text in the code that speaks to its judge, as the judge quotes it. */
  readonly addressed: readonly string[];
};

/** One answer, or why there is none. What was paid is told in either case. */
export type JudgeReply = {
  /** As it came; empty where nothing came. */
  readonly raw: string;
  /** Whether the code was shown without comments that it has. */
  readonly commentsRemoved: boolean;
  readonly usage?: Usage;
  readonly costUsd?: number;
} & (
  | { readonly answer: JudgeAnswer; readonly failure?: undefined }
  | { readonly answer?: undefined; readonly failure: { readonly reason: UnknownReason; readonly detail: string } }
);

/** A language model with a rubric. */
export interface Judge {
  /** `openai/MODEL:rubric-cwe`; of a scripted model `scripted/judge-steady:rubric-cwe`. */
  readonly id: string;
  /** `provider/model`: judges of one model are one vote. */
  readonly model: string;
  /** Names what its answers depend on: model, rubric and its version, parameters. Part of the cache key. */
  readonly version: string;
  readonly rubric: string;
  /** Shown verbatim in every report: scripted, replayed, the very model that it judges. */
  readonly note?: string;
  /** How often it is asked. At least 1. */
  readonly repetitions: number;
  /** How much its word weighs on a panel; above 0. */
  readonly weight: number;
  /** What it is asked about a task: one weakness at a time, or everything at once (`undefined`). Never empty for a task with a CWE. */
  subjects(task: Task): readonly (CweId | undefined)[];
  /** Asks once. Rejects only where the signal is aborted: every other failure is in the reply. */
  ask(question: JudgeQuestion, signal?: AbortSignal): Promise<JudgeReply>;
}

/** A place in code that speaks to whoever judges it. */
export type AddressedText = {
  readonly line: number;
  readonly quote: string;
  /** What it looks like: `asks for a verdict`, `chat template`. */
  readonly what: string;
  readonly inside: 'comment' | 'string' | 'code';
};
