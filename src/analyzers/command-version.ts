import type { Detection } from './analyzer.ts';
import type { RunProcess } from './run-process.ts';

export type VersionQuestion = {
  readonly command: string;
  readonly args: readonly string[];
  /** Finds the version, as its first group, in what the tool writes. */
  readonly pattern: RegExp;
  /** How to get the tool, as a sentence. */
  readonly remedy: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** The version that a program tells of itself; else the state in which it is of no use. */
export const askVersion = async (
  run: RunProcess,
  { command, args, pattern, remedy, env }: VersionQuestion,
): Promise<{ readonly state: 'told'; readonly version: string } | (Detection & { readonly state: 'absent' | 'broken' })> => {
  const limits = { timeLimitMs: 20_000, outputLimitBytes: 100_000 };
  const result = await run({ command, args, ...limits, ...(env === undefined ? {} : { env }) });
  if (result.ended === 'not-started') {
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  }
  const version = pattern.exec(`${result.stdout}\n${result.stderr}`)?.[1];
  if (result.ended !== 'exited' || version === undefined) {
    return { state: 'broken', problem: `\`${[command, ...args].join(' ')}\` did not name a version.`, remedy };
  }
  return { state: 'told', version };
};
