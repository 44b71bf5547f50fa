import { type CweId, type Finding, parseCwe, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import { flawfinderControls } from './controls/c-controls.ts';
import { csvRows } from './csv-rows.ts';
import { analyzed, byteColumns, failureOfEnd } from './file-report.ts';
import { flawfinderRules } from './rules/flawfinder-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { ProcessResult, RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type FlawfinderOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

type Row = { readonly [column: string]: string };

const remedy = 'Install it: `apt-get install flawfinder`.';
const needed = ['File', 'Line', 'Column', 'Level', 'Name', 'Warning', 'CWEs'];

/** Rows of flawfinder's CSV by column name. Undefined where the text is not that CSV, or is cut short. */
const rowsOf = (stdout: string): readonly Row[] | undefined => {
  const start = stdout.search(/^File,Line,/m);
  const rows = start < 0 ? undefined : csvRows(stdout.slice(start));
  const [header, ...body] = rows ?? [];
  if (header === undefined || !needed.every((column) => header.includes(column))) return undefined;
  if (!body.every((row) => row.length === header.length)) return undefined;
  return body.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
};

/** Levels run from 0 to 5. */
const severityOf = (level: number): Severity => (level >= 4 ? 'high' : level >= 2 ? 'medium' : 'low');

/**
 * CWEs of a row: `CWE-119!/CWE-120`, `CWE-676, CWE-120, CWE-20`. A copy into a buffer (CWE-120) is a write out of bounds (CWE-787)
 * that MITRE files beside it, not above it. CWE-20 is named for every function that reads, and says nothing: dropped where there is another.
 */
const cwesOf = (text: string): readonly CweId[] => {
  const named = text.split(/[,/]/).flatMap((part) => parseCwe(part) ?? []);
  const exact = named.length > 1 ? named.filter((id) => id !== 'CWE-20') : named;
  return exact.includes('CWE-120') && !exact.includes('CWE-787') ? [...exact, 'CWE-787'] : exact;
};

const findingOf = (row: Row, column: (line: number, byte: number) => number): Finding => {
  const line = Number(row.Line);
  const ruleId = row.Name ?? '';
  return {
    oracle: 'static:flawfinder',
    ruleId,
    message: `${row.Warning ?? ''} ${row.Suggestion ?? ''}`.trim(),
    ...ratingOf(flawfinderRules, ruleId, { cwe: cwesOf(row.CWEs ?? ''), severity: severityOf(Number(row.Level)) }),
    ...(line < 1 ? {} : { location: { line, ...(Number(row.Column) < 1 ? {} : { column: column(line, Number(row.Column)) }) } }),
  };
};

const reportOf = ({ file, name }: LaidFile, rows: readonly Row[]): FileReport => {
  const column = byteColumns(file.code);
  return analyzed(rows.filter(({ File }) => File?.replace(/^\.\//, '') === name).map((row) => findingOf(row, column)));
};

const detectionOf = (result: ProcessResult, command: string): Detection => {
  if (result.ended === 'not-started') {
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  }
  const version = /^(\d+\.\S+)/m.exec(result.stdout)?.[1];
  if (result.ended !== 'exited' || version === undefined) {
    return { state: 'broken', problem: `\`${command} --version\` did not name a version.`, remedy };
  }
  return { state: 'ready', version, ruleSet: `levels 1 to 5; \`Flawfinder: ignore\` ignored; table ${digestOf(flawfinderRules)}` };
};

/** flawfinder, many files in one process. It matches names and parses nothing, so only an unfinished comment or string makes it fail. */
export const flawfinder = (run: RunProcess, options: FlawfinderOptions = {}): Analyzer => {
  const { command = 'flawfinder', budget = { baseMs: 10_000, perFileMs: 100 }, parallel = 2 } = options;
  const attempt =
    (signal?: AbortSignal): BatchAttempt =>
    async (laid, folder) => {
      const args = ['--csv', '--neverignore', '--minlevel=1', '--', ...laid.map(({ name }) => name)];
      const timeLimitMs = timeLimit(budget, laid.length);
      const result = await run({
        command,
        args,
        cwd: folder,
        timeLimitMs,
        outputLimitBytes: 16_000_000,
        ...(signal === undefined ? {} : { signal }),
      });
      if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('flawfinder', result) };
      // These complaints name no file: the batch is halved until the file stands alone.
      const complaint = /^(?:Error|Warning): .*(?:ended while|[Ss]kipping|encod|decod).*$/m.exec(result.stderr)?.[0];
      if (complaint !== undefined) {
        return { ok: false, failure: { reason: /ended while/.test(complaint) ? 'unparsable-code' : 'skipped-by-tool', detail: complaint } };
      }
      const rows = rowsOf(result.stdout);
      if (rows === undefined) {
        return {
          ok: false,
          failure: { reason: 'unparsable-output', detail: `flawfinder's output is not its CSV: ${result.stdout.slice(0, 100)}` },
        };
      }
      return { ok: true, answers: laid.map((file) => reportOf(file, rows)) };
    };
  return {
    id: 'flawfinder',
    summary: 'flawfinder for C and C++: names of risky functions, a process for each batch',
    family: 'flawfinder',
    languages: ['c', 'cpp'],
    controls: flawfinderControls,
    detect: async () => detectionOf(await run({ command, args: ['--version'], timeLimitMs: 20_000, outputLimitBytes: 100_000 }), command),
    analyze: (files, signal) => inBatches(files, { size: 100, parallel }, attempt(signal)),
  };
};
