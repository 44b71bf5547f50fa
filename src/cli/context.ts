import type { Console } from './console.ts';

/** What a command is handed instead of globals. */
export type Context = {
  readonly console: Console;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly cwd: string;
  /** Aborted by Ctrl-C or a termination signal. */
  readonly signal: AbortSignal;
  /** The command as it was typed, for the manifest; keys never stand there. */
  readonly argv: readonly string[];
};

export type Invocation = { readonly positional: readonly unknown[]; readonly options: Readonly<Record<string, unknown>> };

/** A command: yields the exit code. */
export type Run = (context: Context, invocation: Invocation) => Promise<number>;
