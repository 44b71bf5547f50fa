import type { Finding, Location } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import { askVersion } from './command-version.ts';
import { gccControls } from './controls/c-controls.ts';
import { analyzed, byteColumns, codePointColumns, failed, failureOfEnd } from './file-report.ts';
import { type GccDiagnostic, type GccPlace, jsonDiagnostics, sarifDiagnostics } from './gcc-diagnostics.ts';
import { refusing, refusingOutsideIncludes } from './refuse-outside-includes.ts';
import { gccRules } from './rules/gcc-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { ProcessResult, RunProcess } from './run-process.ts';
import { diagnosticPragma } from './silenced-gcc.ts';
import type { LaidFile } from './source-folder.ts';

export type GccOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

const remedy = 'Install it: `apt-get install gcc` (12 or later).';
const prefix = '-Wanalyzer-';

/** JSON is written by 9 to 15, SARIF since 13. */
const formatOf = (major: number) =>
  major >= 15
    ? { flag: 'sarif-stderr', read: sarifDiagnostics, columnsOf: codePointColumns }
    : { flag: 'json', read: jsonDiagnostics, columnsOf: byteColumns };
type Format = ReturnType<typeof formatOf>;

type Columns = (line: number, column: number) => number;

const locationOf = ({ line, column }: GccPlace, columns: Columns): Location => ({
  line,
  ...(column < 1 ? {} : { column: columns(line, column) }),
});

const findingOf = ({ option, message, cwe, place, path }: GccDiagnostic, name: string, columns: Columns): Finding => {
  const rule = option.slice(prefix.length);
  const own = path.filter((step) => step.place.file === name);
  // What is found in a header is shown at the last step in the file itself.
  const at = place?.file === name ? place : own.at(-1)?.place;
  return {
    oracle: 'static:gcc-analyzer',
    ruleId: rule,
    message,
    ...ratingOf(gccRules, rule, { cwe, severity: 'unrated' }),
    ...(at === undefined ? {} : { location: locationOf(at, columns) }),
    ...(own.length === 0 ? {} : { path: own.map((step) => ({ location: locationOf(step.place, columns), note: step.note })) }),
  };
};

const reportOf = ({ file, name }: LaidFile, diagnostics: readonly GccDiagnostic[], format: Format): FileReport => {
  const error = diagnostics.find(({ kind }) => kind.includes('error') || kind.startsWith('sorry'));
  if (error !== undefined) return failed('unparsable-code', `line ${error.place?.line ?? '?'}: ${error.message}`.slice(0, 300));
  const found = diagnostics.filter(({ option }) => option.startsWith(prefix));
  const left = found.find(({ option }) => option === `${prefix}too-complex`);
  // It has found nothing in what it left, and would not say so without being asked.
  if (left !== undefined) return failed('skipped-by-tool', `line ${left.place?.line ?? '?'}: ${left.message}`);
  const columns = format.columnsOf(file.code);
  return analyzed(found.map((each) => findingOf(each, name, columns)));
};

/** The limits are above gcc's own (8 and 5), at which it gives up on every fourth small file; the time stays below a second. */
const flags = [
  '-std=gnu11',
  '-S',
  '-o',
  '/dev/null',
  '-fanalyzer',
  `${prefix}too-complex`,
  '--param=analyzer-max-enodes-per-program-point=32',
  '--param=analyzer-bb-explosion-factor=20',
];

const answer = (result: ProcessResult, file: LaidFile, format: Format): Awaited<ReturnType<BatchAttempt>> => {
  if (result.ended !== 'exited' || result.exitCode > 1) return { ok: false, failure: failureOfEnd('gcc', result) };
  const diagnostics = format.read(result.stderr);
  if (diagnostics === undefined) {
    const detail = `gcc's report (exit code ${result.exitCode}) is not whole: ${result.stderr.slice(0, 100)}`;
    return { ok: false, failure: { reason: 'unparsable-output', detail } };
  }
  const report = reportOf(file, diagnostics, format);
  if (result.exitCode === 1 && report.status === 'analyzed') return { ok: false, failure: failureOfEnd('gcc', result) };
  return { ok: true, answers: [report] };
};

/**
 * gcc's `-fanalyzer` for C. Its driver starts a compiler for each file whatever it is given, so each file has its own process, and
 * nothing is written. A file that does not compile is not analyzed at all, and is failed.
 */
export const gccAnalyzer = (run: RunProcess, options: GccOptions = {}): Analyzer => {
  const { command = 'gcc', budget = { baseMs: 15_000, perFileMs: 5_000 }, parallel = 2 } = options;
  let asking: ReturnType<typeof askVersion> | undefined;
  const asked = (): ReturnType<typeof askVersion> => {
    asking ??= askVersion(run, { command, args: ['-dumpfullversion'], pattern: /^(\d+\.\d+\.\d+)$/m, remedy });
    return asking;
  };
  const detect = async (): Promise<Detection> => {
    const told = await asked();
    if (told.state !== 'told') return told;
    const { version } = told;
    if (Number.parseInt(version, 10) < 12) {
      return { state: 'broken', version, problem: `gcc ${version} is older than 12: its analyzer misses most of C.`, remedy };
    }
    return { state: 'ready', version, ruleSet: `-fanalyzer at -O0, without taint; pragmas refused; table ${digestOf(gccRules)}` };
  };
  const attempt =
    (format: Format, signal?: AbortSignal): BatchAttempt =>
    async (laid, folder) => {
      const [file] = laid;
      if (file === undefined) return { ok: true, answers: [] };
      const args = [...flags, `-fdiagnostics-format=${format.flag}`, file.name];
      const limits = { timeLimitMs: timeLimit(budget, 1), outputLimitBytes: 16_000_000 };
      return answer(await run({ command, args, cwd: folder, ...limits, ...(signal === undefined ? {} : { signal }) }), file, format);
    };
  const pragma = (code: string): string | undefined => {
    const found = diagnosticPragma(code);
    return found === undefined ? undefined : `could switch off gcc's warnings: ${found}`;
  };
  return {
    id: 'gcc-analyzer',
    summary: "gcc's -fanalyzer for C, a process for each file",
    family: 'gcc',
    languages: ['c'],
    controls: gccControls,
    detect,
    analyze: refusing(
      pragma,
      refusingOutsideIncludes(async (files, signal) => {
        const told = await asked();
        if (told.state !== 'told') throw new Error(told.problem);
        return inBatches(files, { size: 1, parallel }, attempt(formatOf(Number.parseInt(told.version, 10)), signal));
      }),
    ),
  };
};
