import { type Finding, parseCwe, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import { banditControls } from './controls/python-controls.ts';
import { analyzed, byteColumns, failed, failureOfEnd } from './file-report.ts';
import { banditRules, importRules } from './rules/bandit-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { ProcessResult, RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type BanditOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

const oldestUsable = [1, 7, 5] as const;
const remedy = 'Install bandit 1.7.5 or newer (`pipx install bandit`) and put it on PATH before the system’s own.';

type Issue = {
  readonly filename: string;
  readonly rule: string;
  readonly message: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly endLine?: number;
  readonly cwe?: number;
};

type Report = { readonly issues: readonly Issue[]; readonly errors: ReadonlyMap<string, string>; readonly seen: ReadonlySet<string> };

type Fields = { readonly [key: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberAt = (value: Fields, key: string): number | undefined => (typeof value[key] === 'number' ? value[key] : undefined);
const textAt = (value: Fields, key: string): string => (typeof value[key] === 'string' ? value[key] : '');

const severities: Readonly<Record<string, Severity>> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' };

const issueOf = (value: unknown): Issue | undefined => {
  if (!isFields(value)) return undefined;
  const line = numberAt(value, 'line_number');
  const rule = textAt(value, 'test_id');
  if (line === undefined || rule === '') return undefined;
  const column = numberAt(value, 'col_offset');
  const endColumn = numberAt(value, 'end_col_offset');
  const range = Array.isArray(value.line_range) ? value.line_range.filter((item) => typeof item === 'number') : [];
  const own = isFields(value.issue_cwe) ? numberAt(value.issue_cwe, 'id') : undefined;
  return {
    filename: textAt(value, 'filename'),
    rule,
    message: textAt(value, 'issue_text'),
    severity: severities[textAt(value, 'issue_severity')] ?? 'unrated',
    line,
    ...(column === undefined || column < 0 ? {} : { column: column + 1 }),
    ...(endColumn === undefined || endColumn <= 0 ? {} : { endColumn: endColumn + 1 }),
    ...(range.length === 0 ? {} : { endLine: Math.max(line, ...range) }),
    ...(own === undefined ? {} : { cwe: own }),
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller reports that the output is not what it should be.
  }
};

/** bandit's JSON. Undefined where it is not: cut short, garbage, another shape. Lines before it (warnings) are skipped. */
const parseReport = (stdout: string): Report | undefined => {
  const start = stdout.search(/^\{/m);
  const value = start < 0 ? undefined : parseJson(stdout.slice(start));
  if (!isFields(value) || !Array.isArray(value.results) || !Array.isArray(value.errors) || !isFields(value.metrics)) return undefined;
  const issues = value.results.map(issueOf);
  if (!issues.every((issue) => issue !== undefined)) return undefined;
  const errors = new Map(value.errors.filter(isFields).map((error) => [textAt(error, 'filename'), textAt(error, 'reason')]));
  return { issues, errors, seen: new Set(Object.keys(value.metrics)) };
};

const findingOf = (issue: Issue, column: (line: number, byte: number) => number): Finding => {
  const own = issue.cwe === undefined ? undefined : parseCwe(String(issue.cwe));
  return {
    oracle: 'static:bandit',
    ruleId: issue.rule,
    message: issue.message,
    ...ratingOf(banditRules, issue.rule.slice(1), { cwe: own === undefined ? [] : [own], severity: issue.severity }),
    severity: issue.severity,
    location: {
      line: issue.line,
      ...(issue.column === undefined ? {} : { column: column(issue.line, issue.column) }),
      ...(issue.endLine === undefined ? {} : { endLine: issue.endLine }),
      ...(issue.endColumn === undefined ? {} : { endColumn: column(issue.endLine ?? issue.line, issue.endColumn) }),
    },
  };
};

const reportOf = ({ file, name }: LaidFile, report: Report): FileReport => {
  const error = report.errors.get(name);
  if (error !== undefined) {
    return failed(/syntax|pars|null byte|decode/i.test(error) ? 'unparsable-code' : 'skipped-by-tool', `bandit: ${error}`);
  }
  if (!report.seen.has(name)) return failed('skipped-by-tool', 'bandit did not list the file among those that it read');
  const column = byteColumns(file.code);
  return analyzed(
    report.issues.filter(({ filename, rule }) => filename === name && !importRules.has(rule)).map((issue) => findingOf(issue, column)),
  );
};

/** Where bandit names a file `./x.py`, it means `x.py`. */
const plainNames = (report: Report): Report => {
  const plain = (name: string): string => name.replace(/^\.\//, '');
  return {
    issues: report.issues.map((issue) => ({ ...issue, filename: plain(issue.filename) })),
    errors: new Map([...report.errors].map(([name, reason]) => [plain(name), reason])),
    seen: new Set([...report.seen].map(plain)),
  };
};

const detectionOf = (result: ProcessResult, command: string): Detection => {
  if (result.ended === 'not-started') {
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  }
  const version = /bandit (\d+)\.(\d+)\.(\d+)/.exec(result.stdout);
  if (result.ended !== 'exited' || version === null) {
    return { state: 'broken', problem: `\`${command} --version\` did not name a version.`, remedy };
  }
  const [major = 0, minor = 0, patch = 0] = version.slice(1).map(Number);
  const python = /python version = (\S+)/.exec(result.stdout)?.[1];
  const name = `${major}.${minor}.${patch}${python === undefined ? '' : ` (python ${python})`}`;
  const [a, b, c] = oldestUsable;
  if (major < a || (major === a && (minor < b || (minor === b && patch < c)))) {
    return {
      state: 'broken',
      version: name,
      problem: `bandit ${major}.${minor}.${patch} is older than ${oldestUsable.join('.')}: on today's Python its tests of string literals (SQL, passwords, temporary files) find nothing, and it does not say so.`,
      remedy,
    };
  }
  return {
    state: 'ready',
    version: name,
    ruleSet: `all tests but those of imports; nosec comments ignored; table ${digestOf(banditRules)}`,
  };
};

/** bandit, many files in one process, `# nosec` ignored. Refuses versions before 1.7.5, whose string tests are dead. */
export const bandit = (run: RunProcess, options: BanditOptions = {}): Analyzer => {
  const { command = 'bandit', budget = { baseMs: 10_000, perFileMs: 200 }, parallel = 2 } = options;
  const attempt =
    (signal?: AbortSignal): BatchAttempt =>
    async (laid, folder) => {
      const args = ['-f', 'json', '-q', '--ignore-nosec', ...laid.map(({ name }) => name)];
      const timeLimitMs = timeLimit(budget, laid.length);
      const result = await run({
        command,
        args,
        cwd: folder,
        timeLimitMs,
        outputLimitBytes: 16_000_000,
        ...(signal === undefined ? {} : { signal }),
      });
      // 1 means that there are issues, or a crash of the interpreter: the report tells.
      if (result.ended !== 'exited' || result.exitCode > 1) return { ok: false, failure: failureOfEnd('bandit', result) };
      const report = parseReport(result.stdout);
      if (report === undefined) {
        const detail = `bandit's output (exit code ${result.exitCode}) is not its JSON report: ${result.stdout.slice(0, 100)}`;
        return { ok: false, failure: { reason: 'unparsable-output', detail } };
      }
      const plain = plainNames(report);
      return { ok: true, answers: laid.map((file) => reportOf(file, plain)) };
    };
  return {
    id: 'bandit',
    summary: 'bandit for Python, a process for each batch',
    family: 'bandit-rules',
    languages: ['python'],
    controls: banditControls,
    detect: async () => detectionOf(await run({ command, args: ['--version'], timeLimitMs: 20_000, outputLimitBytes: 100_000 }), command),
    analyze: (files, signal) => inBatches(files, { size: 100, parallel }, attempt(signal)),
  };
};
