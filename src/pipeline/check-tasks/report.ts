import type { CweId, Language, WitnessLabel } from '../../core/index.ts';

/** What a person must mend. */
export type TaskProblem = {
  /** Where to look: `witnesses/python/secure.py`, `tests.ts: leaves-the-folder`, `task.yaml`. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly next: string;
};

export type Status = 'pass' | 'fail' | 'unknown' | 'none';

/** One witness in the verdict matrix: what it was expected to get, what it got, and from which tests. */
export type WitnessRow = {
  readonly name: string;
  /** Its file is a patch. */
  readonly isPatch?: boolean;
  readonly label: WitnessLabel;
  /** `none`: the oracle said nothing on this axis. */
  readonly functional: Status;
  readonly secure: Status;
  /** Each case and exploit that spoke, in order. */
  readonly checks: readonly { readonly id: string; readonly status: 'pass' | 'fail' | 'unknown' }[];
  /** Wall time of its examination. */
  readonly ms: number;
  /** Set where the witness was examined again with weakened tests: whether the one test that convicts it still fails it. */
  readonly weakened?: { readonly test: string; readonly status: Status };
};

/** One task in one language. It is right where it was checked and `problems` is empty. */
export type CheckedPair = {
  readonly taskId: string;
  readonly cwes: readonly CweId[];
  readonly language: Language;
  readonly cases: number;
  readonly exploits: number;
  readonly witnesses: readonly string[];
  readonly problems: readonly TaskProblem[];
  readonly rows: readonly WitnessRow[];
  /** When its first witness was begun and its last one was done, in milliseconds of the check's clock. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Why nothing can be said of it on this machine. Then it has no problems and is not right either. */
  readonly notChecked?: string;
};

/** One case or exploit, taken out of its task (`drop`) or left without its own judgement (`weaken`), over all languages of the task. */
export type Mutation = {
  readonly test: string;
  readonly kind: 'case' | 'exploit';
  readonly how: 'drop' | 'weaken';
  /** `caught`: some witness would get the wrong verdict; `survived`: none would; `undecided`: a language was not checked. */
  readonly status: 'caught' | 'survived' | 'undecided';
  /** Files of the witnesses that would get the wrong verdict. */
  readonly by: readonly string[];
  /** Files of witnesses that fail the test, with the other tests that convict them all the same. */
  readonly convictedAnyway: readonly { readonly file: string; readonly others: readonly string[] }[];
};

/** What holds for a task in all of its languages together. */
export type CheckedTask = {
  readonly taskId: string;
  readonly mutations: readonly Mutation[];
  readonly problems: readonly TaskProblem[];
};

export type TaskCheckReport = {
  readonly pairs: readonly CheckedPair[];
  readonly tasks: readonly CheckedTask[];
  /** Pairs that were to be checked; more than `pairs` where the check was stopped. */
  readonly planned: number;
};
