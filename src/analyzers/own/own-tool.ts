import { isNonEmpty, type Language, type NonEmpty } from '../../core/index.ts';
import type { Analyzer, Control, Detection, FileReport, SourceFile } from '../analyzer.ts';
import { inBatches, type TimeBudget, timeLimit } from '../batches.ts';
import type { Attempt } from '../bisect.ts';
import { type Failure, failed } from '../file-report.ts';
import type { ProcessResult, RunProcess } from '../run-process.ts';
import { readSarif } from '../sarif/read-sarif.ts';
import type { SarifLog } from '../sarif/sarif-log.ts';
import type { LaidFile } from '../source-folder.ts';
import { type Layout, type Project, TooMuchOutput, withProject } from './project.ts';
import { refusingFiles } from './refuse.ts';
import { scrubbed } from './scrub.ts';

/** What every tool that a user brings can be told. */
export type OwnToolOptions = {
  /** Name on PATH, or an absolute path. */
  readonly command?: string | undefined;
  /** Only these; a tool must pass its controls in each of its languages. */
  readonly languages?: readonly Language[] | undefined;
  readonly budget?: TimeBudget | undefined;
  readonly parallel?: number | undefined;
};

/** One program of the tool, started in the project's source folder. */
export type Start = (
  args: readonly string[],
  how?: { readonly command?: string; readonly env?: Readonly<Record<string, string>> },
) => Promise<ProcessResult>;

export type Invocation = {
  readonly project: Project;
  readonly laid: readonly LaidFile[];
  readonly start: Start;
  readonly signal?: AbortSignal;
};

export type OwnTool = Pick<Analyzer, 'id' | 'summary' | 'family' | 'onlyWhenNamed' | 'parserOf'> & {
  readonly run: RunProcess;
  readonly command: string;
  readonly languages: NonEmpty<Language>;
  readonly controls: NonEmpty<Control>;
  readonly options: OwnToolOptions;
  /** It compiles or preprocesses the files on this machine: some must not reach it. */
  readonly compiles?: true;
  /** The user configured it: its absence is told. */
  readonly configured?: true;
  readonly batch: { readonly size: number; readonly parallel: number; readonly budget: TimeBudget };
  /** Files of different groups are never put to the tool at once. Default: all are one group. */
  readonly groupOf?: (language: Language) => string;
  readonly layout?: (laid: readonly LaidFile[]) => Layout;
  /** Whether it can work here, its version and its rules; asked once. */
  detect(): Promise<Detection>;
  examine(invocation: Invocation): Promise<Attempt<FileReport, Failure>>;
};

export const failure = (reason: Failure['reason'], detail: string): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { reason, detail },
});

/** The log in a tool's output; else why there is none. */
export const sarifOf = (id: string, text: string | undefined): SarifLog | { readonly ok: false; readonly failure: Failure } => {
  if (text === undefined) return failure('unparsable-output', `${id} wrote no report`);
  const log = readSarif(text);
  return 'problem' in log ? failure('unparsable-output', `${id}'s report is not what SARIF 2.1.0 says: ${log.problem}`) : log;
};

const narrowed = (tool: OwnTool): { readonly languages: NonEmpty<Language>; readonly controls: NonEmpty<Control> } => {
  const { languages: wanted } = tool.options;
  const languages = tool.languages.filter((language) => wanted?.includes(language) ?? true);
  const controls = tool.controls.filter(({ language }) => languages.includes(language));
  return isNonEmpty(languages) && isNonEmpty(controls) ? { languages, controls } : { languages: tool.languages, controls: tool.controls };
};

/** One process, or a few, over a project that holds these files alone. */
const attemptOf =
  (tool: OwnTool, signal: AbortSignal | undefined): ((laid: readonly LaidFile[]) => Promise<Attempt<FileReport, Failure>>) =>
  (laid) =>
    withProject(laid, tool.layout?.(laid) ?? {}, async (project) => {
      const aborting = signal === undefined ? {} : { signal };
      const start: Start = (args, how = {}) =>
        tool.run({
          command: how.command ?? tool.command,
          args,
          cwd: project.source,
          timeLimitMs: timeLimit(tool.options.budget ?? tool.batch.budget, laid.length),
          outputLimitBytes: 64_000_000,
          ...(how.env === undefined ? {} : { env: how.env }),
          ...aborting,
        });
      try {
        return scrubbed(await tool.examine({ project, laid, start, ...aborting }), project);
      } catch (thrown) {
        if (thrown instanceof TooMuchOutput) return failure('tool-crashed', `${tool.id}: ${thrown.message}`);
        throw thrown;
      }
    });

/** Reports in the order of the files; those of one group share their batches. */
const analyzeInGroups =
  (tool: OwnTool): Analyzer['analyze'] =>
  async (files, signal) => {
    signal?.throwIfAborted();
    const groupOf = tool.groupOf ?? (() => 'all');
    const limits = { size: tool.batch.size, parallel: tool.options.parallel ?? tool.batch.parallel };
    const places = new Map<string, { readonly file: SourceFile; readonly index: number }[]>();
    for (const [index, file] of files.entries())
      places.set(groupOf(file.language), [...(places.get(groupOf(file.language)) ?? []), { file, index }]);
    const reports: FileReport[] = files.map(() => failed('skipped-by-tool', `${tool.id} gave no report`));
    for (const own of places.values()) {
      const given = await inBatches(
        own.map(({ file }) => file),
        limits,
        attemptOf(tool, signal),
      );
      for (const [position, { index }] of own.entries())
        reports[index] = given[position] ?? reports[index] ?? failed('skipped-by-tool', 'no report');
    }
    return reports;
  };

/** An analyzer that a user brings: found or not, in batches over projects of its own, halved where a batch fails. */
export const ownTool = (tool: OwnTool): Analyzer => {
  const { id, summary, family, onlyWhenNamed, parserOf } = tool;
  const analyze = analyzeInGroups(tool);
  let detection: Promise<Detection> | undefined;
  return {
    id,
    summary,
    family,
    ...narrowed(tool),
    ...(tool.configured === true ? {} : { broughtByUser: true as const }),
    ...(onlyWhenNamed === undefined ? {} : { onlyWhenNamed }),
    ...(parserOf === undefined ? {} : { parserOf }),
    detect: () => {
      detection ??= tool.detect();
      return detection;
    },
    analyze: tool.compiles === true ? refusingFiles(analyze) : analyze,
  };
};
