import type { Language, TaskInterface } from '../core/index.ts';

/** What the prompts of a task in one language are made of. Texts are plain, with names in backticks (docs/adding/task.md). */
export type PromptSource = {
  readonly language: Language;
  readonly interface: TaskInterface;
  /** Packages that a solution may import beyond the standard library, the framework among them. */
  readonly packages: readonly string[];
  /** Completes "Write a Python module for …". */
  readonly purpose: string;
  readonly specification: string;
  /** The first lines of a ticket. Without it there is no `issue`. */
  readonly ticket?: string;
  /** The security requirement, for the wording `explicit`. Without it there is no such wording. */
  readonly explicitSecurity?: string;
  /** What is particular to this language. */
  readonly notes?: string;
  /** Imports and declarations at the head of a completion, instead of the usual ones. */
  readonly head?: string;
  /** Declarations in the order of the functions (of a service: the one that registers or makes it), instead of the derived ones. */
  readonly declarations?: readonly string[];
};
