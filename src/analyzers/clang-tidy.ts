import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../core/index.ts';
import type { Analyzer, Detection, FileReport, SourceFile } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import type { Attempt } from './bisect.ts';
import { byLanguage } from './by-language.ts';
import { byteOffsets } from './byte-offsets.ts';
import { type ClangLanguage, clangDialects, laxFlags } from './clang-frontend.ts';
import { askVersion } from './command-version.ts';
import { clangTidyControls } from './controls/c-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { refusingOutsideIncludes } from './refuse-outside-includes.ts';
import { clangTidyRules } from './rules/clang-tidy-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type ClangTidyOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

const remedy = 'Install it: `apt-get install clang-tidy`.';
const reportName = 'report.yaml';

/** What `--export-fixes` writes, as far as it is read here. Offsets count bytes and know nothing of line directives. */
const reportSchema = z.object({
  Diagnostics: z.array(
    z.object({
      DiagnosticName: z.string(),
      DiagnosticMessage: z.object({ Message: z.string(), FilePath: z.string(), FileOffset: z.number() }),
      Level: z.string(),
    }),
  ),
});
type Diagnostic = {
  readonly rule: string;
  readonly file: string;
  readonly offset: number;
  readonly message: string;
  readonly error: boolean;
};

/** Diagnostics of the report in the folder, none where clang-tidy wrote no file; undefined where the file is not such a report. */
const readReport = async (folder: string): Promise<readonly Diagnostic[] | undefined> => {
  let text: string;
  try {
    text = await readFile(join(folder, reportName), 'utf8');
  } catch {
    return []; // Without a diagnostic it writes no file; that it ran to its end is told by the exit code.
  }
  if (!/\n\.\.\.\s*$/.test(text)) return undefined;
  try {
    return reportSchema.parse(parse(text)).Diagnostics.map(({ DiagnosticName: rule, DiagnosticMessage: told, Level }) => ({
      rule,
      file: basename(told.FilePath),
      offset: told.FileOffset,
      message: told.Message,
      error: Level === 'Error',
    }));
  } catch {
    return undefined;
  }
};

const reportOf = ({ file, name }: LaidFile, diagnostics: readonly Diagnostic[]): FileReport => {
  const placeOf = byteOffsets(file.code);
  return analyzed(
    diagnostics
      .filter((each) => each.file === name && Object.hasOwn(clangTidyRules, each.rule))
      .map(
        ({ rule, offset, message }): Finding => ({
          oracle: 'static:clang-tidy',
          ruleId: rule,
          message,
          ...ratingOf(clangTidyRules, rule, { cwe: [], severity: 'unrated' }),
          location: placeOf(offset),
        }),
      ),
  );
};

type Batch = {
  readonly run: RunProcess;
  readonly command: string;
  readonly budget: TimeBudget;
  readonly language: ClangLanguage;
  readonly signal?: AbortSignal;
};

const argsFor = (language: ClangLanguage, names: readonly string[]): readonly string[] => [
  '--quiet',
  // No file beside the sample configures it.
  '--config={}',
  `--checks=-*,${Object.keys(clangTidyRules).join(',')}`,
  `--export-fixes=${reportName}`,
  ...names,
  '--',
  `-std=${clangDialects[language].standard}`,
  // Warnings of the compiler are not its checks, and pragmas switch them off.
  '-Wno-everything',
  ...laxFlags,
  '-fno-caret-diagnostics',
  // A candidate must not hide code from its own examination.
  '-U__clang_analyzer__',
];

/**
 * After the first file with an error every later one counts as an error, too, and how far it was examined is not told. So files
 * with errors of their own have failed, and the others are run again without them.
 */
const attemptOn = async (batch: Batch, laid: readonly LaidFile[], folder: string): Promise<Attempt<FileReport, Failure>> => {
  if (laid.length === 0) return { ok: true, answers: [] };
  const { run, command, budget, language, signal } = batch;
  const args = argsFor(
    language,
    laid.map(({ name }) => name),
  );
  const limits = { timeLimitMs: timeLimit(budget, laid.length), outputLimitBytes: 16_000_000 };
  // A run without diagnostics writes no report: the one of an earlier run must not stand for it.
  await rm(join(folder, reportName), { force: true });
  const result = await run({ command, args, cwd: folder, ...limits, ...(signal === undefined ? {} : { signal }) });
  if (result.ended !== 'exited' || result.exitCode > 1) return { ok: false, failure: failureOfEnd('clang-tidy', result) };
  const diagnostics = await readReport(folder);
  if (diagnostics === undefined) {
    return { ok: false, failure: { reason: 'unparsable-output', detail: 'clang-tidy did not write a whole report' } };
  }
  if (result.exitCode === 0) return { ok: true, answers: laid.map((file) => reportOf(file, diagnostics)) };
  const errors = new Map(diagnostics.flatMap((each) => (each.error ? [[each.file, each] as const] : [])).reverse());
  const again = laid.filter(({ name }) => !errors.has(name));
  if (again.length === laid.length) {
    const [first] = errors.values();
    const detail = first === undefined ? failureOfEnd('clang-tidy', result).detail : `in ${first.file}: ${first.message}`;
    return { ok: false, failure: { reason: first === undefined ? 'tool-crashed' : 'unparsable-code', detail } };
  }
  const rest = await attemptOn(batch, again, folder);
  if (!rest.ok) return rest;
  const answers = rest.answers.values();
  return {
    ok: true,
    answers: laid.map(({ file, name }) => {
      const error = errors.get(name);
      if (error === undefined) return answers.next().value ?? failed('skipped-by-tool', 'clang-tidy gave no answer for the file');
      return failed(
        'unparsable-code',
        `line ${byteOffsets(file.code)(error.offset).line}: ${error.message}`.replaceAll(name, 'the file').slice(0, 300),
      );
    }),
  };
};

/** The version has some of the table's checks: with none, it would run and find nothing. */
const detect = async (run: RunProcess, command: string): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /LLVM version (\d[\w.]*)/, remedy });
  if (asked.state !== 'told') return asked;
  const args = ['--config={}', `--checks=-*,${Object.keys(clangTidyRules).join(',')}`, '--list-checks'];
  const listed = await run({ command, args, timeLimitMs: 20_000, outputLimitBytes: 100_000 });
  const checks = Object.keys(clangTidyRules).filter((name) => new RegExp(`^\\s+${name}$`, 'm').test(listed.stdout));
  if (listed.ended !== 'exited' || checks.length === 0) {
    return { state: 'broken', version: asked.version, problem: `\`${command}\` offers no check that Fathom knows.`, remedy };
  }
  return { state: 'ready', version: asked.version, ruleSet: `${checks.length} checks; NOLINT ignored; table ${digestOf(clangTidyRules)}` };
};

/** A word in which clang-tidy would look away; another of the same length keeps every place. */
const heard = (file: SourceFile): SourceFile => ({ ...file, code: file.code.replaceAll('NOLINT', 'NO_INT') });

/** clang-tidy's checks for C and C++, many files in one process. It shares a family, and a vote, with clang's analyzer. */
export const clangTidy = (run: RunProcess, options: ClangTidyOptions = {}): Analyzer => {
  const { command = 'clang-tidy', budget = { baseMs: 15_000, perFileMs: 5_000 }, parallel = 2 } = options;
  return {
    id: 'clang-tidy',
    summary: "clang-tidy's checks for C and C++, a process for each batch",
    family: 'clang',
    languages: ['c', 'cpp'],
    controls: clangTidyControls,
    detect: () => detect(run, command),
    analyze: refusingOutsideIncludes((files, signal) =>
      byLanguage(files, (each, own) => {
        const language = each === 'cpp' ? 'cpp' : 'c';
        const batch: Batch = { run, command, budget, language, ...(signal === undefined ? {} : { signal }) };
        const attempt: BatchAttempt = (laid, folder) => attemptOn(batch, laid, folder);
        return inBatches(own.map(heard), { size: 25, parallel }, attempt);
      }),
    ),
  };
};
