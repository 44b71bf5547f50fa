import type { Language, Repository, TaskInterface } from '../core/index.ts';
import type { LaunchRequest } from '../sandboxes/sandbox.ts';

/** Prepares candidates of one language for the box. Pure: what runs inside is data next to it. */
export interface Driver {
  readonly language: Language;
  readonly summary: string;
  /** Throws a UserError where the interface can't be had in this language. */
  launch(code: string, taskInterface: TaskInterface, packages: readonly string[]): LaunchRequest;
  /**
   * A candidate of several files, for patch tasks: the entry is loaded as the repository's own modules load each other.
   * Absent where the driver takes single files only; throws like `launch`.
   */
  launchRepository?(repository: Repository, taskInterface: TaskInterface, packages: readonly string[]): LaunchRequest;
  /** The name that the candidate has for a function of the task. */
  functionName(name: string, taskInterface: TaskInterface): string;
}
