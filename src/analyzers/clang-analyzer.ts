import { type CweId, type Finding, messageOf } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import type { Attempt } from './bisect.ts';
import { byLanguage } from './by-language.ts';
import { type ClangLanguage, type Frontend, findFrontend } from './clang-frontend.ts';
import { askVersion } from './command-version.ts';
import { clangControls } from './controls/c-controls.ts';
import { analyzed, byteColumns, type Failure, failed, failureOfEnd } from './file-report.ts';
import { refusingOutsideIncludes } from './refuse-outside-includes.ts';
import { clangMessages, clangRules } from './rules/clang-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type ClangOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

type Line = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly message: string;
  readonly checker: string;
};

const remedy = 'Install it: `apt-get install clang`.';

/** `file:line:column: kind: message [checker]`; notes and summaries are left out. */
const linesOf = (stderr: string): readonly Line[] =>
  Array.from(
    stderr.matchAll(/^([^\s:]+):(\d+):(\d+): (warning|error|fatal error): (.*?)(?: \[([\w.,-]+)\])?$/gm),
    ([, file = '', line, column, kind = '', message = '', checker = '']) => ({
      file,
      line: Number(line),
      column: Number(column),
      kind,
      message,
      checker,
    }),
  );

const cweOf = (checker: string, message: string): readonly CweId[] =>
  clangMessages.find(([name, words]) => name === checker && words.test(message))?.[2] ?? [];

const findingOf = ({ line, column, message, checker }: Line, columns: (line: number, byte: number) => number): Finding => {
  const rating = ratingOf(clangRules, checker, { cwe: [], severity: 'unrated' });
  const told = cweOf(checker, message);
  return {
    oracle: 'static:clang-analyzer',
    ruleId: checker,
    message,
    ...rating,
    ...(told.length === 0 ? {} : { cwe: told }),
    location: { line, column: columns(line, column) },
  };
};

const reportOf = ({ file, name }: LaidFile, lines: readonly Line[]): FileReport => {
  const columns = byteColumns(file.code);
  return analyzed(lines.filter((line) => line.file === name && line.kind === 'warning').map((line) => findingOf(line, columns)));
};

/** Errors of one front end process, by file: the line in which it first went wrong. */
const errorsOf = (lines: readonly Line[]): ReadonlyMap<string, string> => {
  const errors = new Map<string, string>();
  for (const { file, line, kind, message } of lines) {
    if (kind !== 'warning' && !errors.has(file)) errors.set(file, `line ${line}: ${message}`);
  }
  return errors;
};

type Batch = { readonly run: RunProcess; readonly frontend: Frontend; readonly budget: TimeBudget; readonly signal?: AbortSignal };

/**
 * After the first file with an error, the front end goes on parsing but analyzes nothing more, and does not say so.
 * So the files before it are done, those with errors have failed, and the others are run again without them.
 */
const attemptOn = async (batch: Batch, laid: readonly LaidFile[], folder: string): Promise<Attempt<FileReport, Failure>> => {
  if (laid.length === 0) return { ok: true, answers: [] };
  const { run, frontend, budget, signal } = batch;
  const result = await run({
    command: frontend.binary,
    args: [...frontend.args, ...laid.map(({ name }) => name)],
    cwd: folder,
    timeLimitMs: timeLimit(budget, laid.length),
    outputLimitBytes: 16_000_000,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd('clang', result) };
  const lines = linesOf(result.stderr);
  if (result.exitCode === 0) return { ok: true, answers: laid.map((file) => reportOf(file, lines)) };
  const errors = errorsOf(lines);
  const first = laid.findIndex(({ name }) => errors.has(name));
  if (first < 0) return { ok: false, failure: failureOfEnd('clang', result) };
  const again = laid.filter(({ name }, index) => index > first && !errors.has(name));
  const rest = await attemptOn(batch, again, folder);
  if (!rest.ok) return rest;
  const restOf = new Map(again.map((file, index) => [file.name, rest.answers[index]]));
  const answers = laid.map((file, index) => {
    const error = errors.get(file.name);
    if (error !== undefined) return failed('unparsable-code', error.replaceAll(file.name, 'the file').slice(0, 300));
    return index < first
      ? reportOf(file, lines)
      : (restOf.get(file.name) ?? failed('skipped-by-tool', 'clang gave no answer for the file'));
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string, frontend: (language: ClangLanguage) => Promise<Frontend>): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /clang version (\d[\w.]*)/, remedy });
  if (asked.state !== 'told') return asked;
  const { version } = asked;
  try {
    const [, { checkers }] = await Promise.all([frontend('c'), frontend('cpp')]);
    return { state: 'ready', version, ruleSet: `${checkers.length} checkers: ${checkers.join(' ')}; table ${digestOf(clangRules)}` };
  } catch (thrown) {
    return { state: 'broken', version, problem: `${messageOf(thrown)}.`, remedy };
  }
};

/**
 * clang's static analyzer for C and C++, through its front end (`-cc1`): the driver would start a process for each file.
 * A file that does not compile is not analyzed at all, and is failed.
 */
export const clangAnalyzer = (run: RunProcess, options: ClangOptions = {}): Analyzer => {
  const { command = 'clang', budget = { baseMs: 15_000, perFileMs: 3_000 }, parallel = 2 } = options;
  const finding: Partial<Record<ClangLanguage, Promise<Frontend>>> = {};
  const frontend = (language: ClangLanguage): Promise<Frontend> => {
    finding[language] ??= findFrontend(run, command, language);
    return finding[language];
  };
  return {
    id: 'clang-analyzer',
    summary: "clang's static analyzer for C and C++, a process for each batch",
    family: 'clang',
    languages: ['c', 'cpp'],
    controls: clangControls,
    detect: () => detect(run, command, frontend),
    analyze: refusingOutsideIncludes((files, signal) =>
      byLanguage(files, async (language, own) => {
        const found = await frontend(language === 'cpp' ? 'cpp' : 'c');
        const batch: Batch = { run, frontend: found, budget, ...(signal === undefined ? {} : { signal }) };
        const attempt: BatchAttempt = (laid, folder) => attemptOn(batch, laid, folder);
        return inBatches(own, { size: 50, parallel }, attempt);
      }),
    ),
  };
};
