import type { CweId, Language, SourceFiles, Task } from '../../core/index.ts';
import type { ClaimedExploit } from '../../judges/judge.ts';

/** A program, and an attack that a judge says would harm it. */
export type Trial = {
  readonly task: Task;
  readonly language: Language;
  readonly code: string;
  readonly files?: SourceFiles | undefined;
  readonly exploit: ClaimedExploit;
  readonly cwe: CweId;
  readonly id: string;
};

/** `harm`: seen from outside the box. `undecided`: the attack could not be carried out, or what it did can't be told. */
export type TrialResult = { readonly status: 'harm' | 'withstood' | 'undecided'; readonly detail: string; readonly transcript: string };

/** Carries an attack out. Rejects only where the signal is aborted. */
export type TryExploit = (trial: Trial, signal?: AbortSignal) => Promise<TrialResult>;
