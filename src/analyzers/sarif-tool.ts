import { createHash } from 'node:crypto';
import type { Language, NonEmpty } from '../core/index.ts';
import type { Analyzer, Control, Detection } from './analyzer.ts';
import { type ControlKind, controlsOf } from './controls/own-tool-controls.ts';
import { failureOfEnd } from './file-report.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type Invocation, type OwnTool, ownTool, sarifOf } from './own/own-tool.ts';
import { missedProbe, probesOf } from './own/probes.ts';
import { placeOf } from './own/project.ts';
import type { RunProcess } from './run-process.ts';
import { listedNames, reportFiles } from './sarif/report-files.ts';
import type { LaidFile } from './source-folder.ts';

/** Any tool that writes SARIF 2.1.0, as a configuration describes it. */
export type SarifToolOptions = {
  readonly id: string;
  /**
   * Program and arguments. `{folder}` is the folder of the files, `{files}` their names, each an argument of its own, `{output}` the file for the log;
   * without it the log is read from standard output.
   */
  readonly command: NonEmpty<string>;
  readonly languages: NonEmpty<Language>;
  /** Engine family: tools of one family share a vote. Default: the id. */
  readonly family?: string | undefined;
  /** Asks for the version. Default: the program with `--version`. */
  readonly version?: NonEmpty<string> | undefined;
  /** Exit codes after which the log is whole. Default: 0 and 1. */
  readonly 'exit-codes'?: readonly number[] | undefined;
  /** `artifacts`: only files that the log lists count as analyzed. `probe`: the planted weakness in each folder must be found. Default: artifacts. */
  readonly evidence?: 'artifacts' | 'probe' | undefined;
  /** The weakness of the control programs and of the planted one. Default: CWE-78. */
  readonly control?: ControlKind | undefined;
  /** Wall time for one process, in seconds. Default: 120, and 2 for each file. */
  readonly 'time-limit'?: number | undefined;
  /** Why it may run only where it is named: it sends code elsewhere. */
  readonly 'only-when-named'?: string | undefined;
};

const argumentsOf = (words: readonly string[], { laid, project }: Invocation, probes: readonly string[]): readonly string[] =>
  words.flatMap((word) =>
    word === '{files}'
      ? [...laid.map(placeOf), ...probes]
      : [word.replaceAll('{folder}', project.source).replaceAll('{output}', `${project.scratch}/log.sarif`)],
  );

const detect = async (run: RunProcess, options: SarifToolOptions): Promise<Detection> => {
  const [program] = options.command;
  const [asked, ...args] = options.version ?? [program, '--version'];
  const remedy = `Install it, or mend the entry ${JSON.stringify(options.id)} under sarif-tools.`;
  const result = await run({ command: asked, args, timeLimitMs: 60_000, outputLimitBytes: 100_000 });
  if (result.ended === 'not-started')
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${asked}\` ${result.detail}.`, remedy };
  const version = /\d+(?:\.\d+)+[\w.+-]*/.exec(`${result.stdout}\n${result.stderr}`)?.[0];
  if (result.ended !== 'exited' || version === undefined) {
    const problem = `\`${[asked, ...args].join(' ')}\` did not name a version; results of different versions could not be told apart.`;
    return { state: 'broken', problem, remedy: `Give the entry ${JSON.stringify(options.id)} a \`version\` command that prints one.` };
  }
  const named = await Promise.all(options.command.slice(1).map(namedWithDigest));
  const digest = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 8);
  return { state: 'ready', version, ruleSet: `\`${[program, ...named].join(' ')}\`; entry ${digest}` };
};

const examine =
  (options: SarifToolOptions, controls: readonly Control[]): OwnTool['examine'] =>
  async (invocation) => {
    const { laid, project, start } = invocation;
    const probes = probesOf(controls, laid);
    const [program, ...words] = options.command;
    const result = await start(argumentsOf(words, invocation, Object.keys(probes)), { command: program });
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd(options.id, result) };
    if (!(options['exit-codes'] ?? [0, 1]).includes(result.exitCode))
      return failure('tool-crashed', failureOfEnd(options.id, result).detail);
    const log = sarifOf(options.id, words.some((word) => word.includes('{output}')) ? await project.output('log.sarif') : result.stdout);
    if (!('runs' in log)) return log;
    const found = log.runs.flatMap(({ results }) =>
      results.filter(({ isFinding }) => isFinding).flatMap(({ places }) => places.map(({ path }) => path)),
    );
    const missed = missedProbe(options.id, probes, found);
    if (missed !== undefined) return failure('skipped-by-tool', missed);
    const listed = listedNames(log);
    const byProbe = options.evidence === 'probe';
    const reading = {
      id: options.id,
      wasAnalyzed: ({ name }: LaidFile) => byProbe || listed.has(name),
      missing: 'its log does not list the file under artifacts. Where it never lists what it reads, say `evidence: probe`',
    };
    return reportFiles(reading, log, laid);
  };

/**
 * Any tool that writes SARIF 2.1.0. In every folder a weakness is planted that it must find, so that a run without rules, or in which it
 * looked at nothing, is never clean.
 */
export const sarifTool = (run: RunProcess, options: SarifToolOptions): Analyzer => {
  const { id, languages } = options;
  const controls = controlsOf(languages, options.control ?? 'CWE-78');
  const seconds = options['time-limit'];
  return ownTool({
    id,
    summary: `${id}, by its SARIF (configured under sarif-tools)`,
    family: options.family ?? id,
    ...(options['only-when-named'] === undefined ? {} : { onlyWhenNamed: options['only-when-named'] }),
    run,
    command: options.command[0],
    compiles: true,
    configured: true,
    languages,
    controls,
    options: {},
    batch: {
      size: 100,
      parallel: 1,
      budget: seconds === undefined ? { baseMs: 120_000, perFileMs: 2_000 } : { baseMs: seconds * 1_000, perFileMs: 0 },
    },
    layout: (laid) => ({ extras: probesOf(controls, laid) }),
    detect: () => detect(run, options),
    examine: examine(options, controls),
  });
};
