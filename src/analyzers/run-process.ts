/** A program to start without a shell: each argument arrives as it is written here. */
export type ProcessRequest = {
  /** Name on PATH, or an absolute path. */
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Variables beside those that every program gets: PATH, HOME, language. */
  readonly env?: Readonly<Record<string, string>>;
  /** Wall time after which the whole process group is killed, in milliseconds. */
  readonly timeLimitMs: number;
  /** Bytes of standard output and standard error each, after which the process group is killed. */
  readonly outputLimitBytes: number;
  readonly signal?: AbortSignal;
};

/** How it ended. Only `exited` output is whole. */
export type ProcessEnd =
  | { readonly ended: 'exited'; readonly exitCode: number }
  | { readonly ended: 'killed'; readonly by: string }
  | { readonly ended: 'timeout'; readonly afterMs: number }
  | { readonly ended: 'too-much-output'; readonly limitBytes: number }
  | { readonly ended: 'not-started'; readonly missing: boolean; readonly detail: string };

export type ProcessResult = ProcessEnd & { readonly stdout: string; readonly stderr: string };

/** Runs one program to its end. Rejects only where the caller aborted. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;

/** The end in words, for messages: `was killed by SIGSEGV`. */
export const describeEnd = (end: ProcessEnd): string => {
  switch (end.ended) {
    case 'exited':
      return `ended with exit code ${end.exitCode}`;
    case 'killed':
      return `was killed by ${end.by}`;
    case 'timeout':
      return `did not end within ${end.afterMs} ms`;
    case 'too-much-output':
      return `wrote more than ${end.limitBytes} bytes`;
    case 'not-started':
      return `could not be started: ${end.detail}`;
  }
};
