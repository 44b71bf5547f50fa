import type { Completion, Language, PromptStyle, Task, Verdict, Wording } from '../core/index.ts';

/**
 * What becomes of a frozen suite: `public` is published, `rotating` is used for a while and then published, `private` never is.
 */
export const splits = ['public', 'rotating', 'private'] as const;
export type Split = (typeof splits)[number];

/** What a frozen suite says of its making. The seed is not among it: that of a private suite is a secret. */
export type Frozen = {
  readonly split: Split;
  /** The suite that its families come from, and that suite's hash. */
  readonly base: { readonly suite: string; readonly hash: string };
  /** ISO date. */
  readonly created: string;
  /** Ids of tasks that are variants; the others are as they were. */
  readonly variants: readonly string[];
};

/** Tasks from one place. */
export interface Suite {
  readonly id: string;
  readonly hash: string;
  readonly source: string;
  readonly tasks: readonly Task[];
  /** Of a suite that `fathom tasks make` froze. */
  readonly frozen?: Frozen;
}

/** A marked place of a scaffold that nobody has filled in; with a language where it is a witness's. */
export type OpenPlace = {
  readonly number: number;
  readonly of: number;
  /** Within the task's folder. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  readonly language?: Language;
};

/** One answer that somebody else obtained. */
export type GivenSample = {
  readonly taskId: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** `plain` where absent. */
  readonly wording?: Wording;
  readonly system: string;
  readonly index: number;
  readonly completion: Completion;
  /** The head of the file that the completion may continue or repeat; empty where unknown. */
  readonly prefix: string;
  /** Verdicts that came with it; their oracles are named `imported:<source>`. */
  readonly verdicts: readonly Verdict[];
};

export type GivenSamples = {
  readonly format: string;
  /** Tasks that the source itself describes; the bundled suite's are used where this is empty. */
  readonly tasks: readonly Task[];
  readonly samples: readonly GivenSample[];
  /** What a reader must know of the source: partial, labels missing, fields ignored. */
  readonly notes: readonly string[];
  /** Samples asked for, where the source tells; the denominator. */
  readonly requested?: number;
};

export type ReadOptions = {
  /** The system that gave the answers; overrides what the file says. */
  readonly system?: string;
  /** The language of answers that don't name theirs. */
  readonly language?: Language;
  /** Tasks that the answers may be of: they supply languages and heads of files. An answer to another task is refused where any are given. */
  readonly tasks?: readonly Task[];
};

/** Reads answers as they lie on somebody's disk. */
export interface SampleFormat {
  readonly id: string;
  readonly summary: string;
  /** Whether this looks like the format: by its content, never by its name alone. `head` is the first 64 KiB of a file, or a folder's listing. */
  recognises(path: string, head: string): boolean;
  /** Throws a UserError with `file:line:column` where the content is not as it must be. */
  read(path: string, options: ReadOptions): Promise<GivenSamples>;
}
