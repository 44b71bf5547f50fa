import type { Finding, PathStep, Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { controlsOf } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { type Fields, isFields, listAt, numberAt, parseJson, textAt } from './json-fields.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import { inferRules } from './rules/infer-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

const remedy = 'Install it from the releases of github.com/facebook/infer and put its `bin` on PATH.';
const severities: Readonly<Record<string, Severity>> = { ERROR: 'high', WARNING: 'medium', ADVICE: 'low', INFO: 'low', LIKE: 'low' };

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const placed = (line: number, column: number | undefined) => ({ line, ...(column !== undefined && column >= 1 ? { column } : {}) });

const pathOf = (issue: Fields, name: string): readonly PathStep[] =>
  listAt(issue, 'bug_trace').flatMap((step) => {
    const line = numberAt(step, 'line_number') ?? 0;
    if (line < 1 || baseName(textAt(step, 'filename')) !== name) return [];
    return [{ location: placed(line, numberAt(step, 'column_number')), note: textAt(step, 'description').replaceAll(name, 'the file') }];
  });

const findingOf = (issue: Fields, { name }: LaidFile): Finding => {
  const ruleId = textAt(issue, 'bug_type') || 'unnamed';
  const line = numberAt(issue, 'line') ?? 0;
  const path = pathOf(issue, name);
  // `L1` to `L5` are how sure it is of one and the same thing.
  const rating = ratingOf(inferRules, ruleId.replace(/_(?:L[1-5]|S2|U5|LATENT)$/, ''), { cwe: [], severity: 'unrated' });
  return {
    oracle: 'static:infer',
    ruleId,
    message: textAt(issue, 'qualifier').replaceAll(name, 'the file').replace(/\s+/g, ' ').slice(0, 1_000),
    ...rating,
    severity: rating.severity === 'unrated' ? (severities[textAt(issue, 'severity')] ?? 'unrated') : rating.severity,
    ...(line < 1 ? {} : { location: placed(line, numberAt(issue, 'column')) }),
    ...(path.length === 0 ? {} : { path }),
  };
};

/** Reads report.json. `captured` is what `infer debug --source-files` lists: a file that is not there did not compile, or was never seen. */
export const readInfer = (text: string | undefined, captured: string, laid: readonly LaidFile[]): Attempt<FileReport, Failure> => {
  const report = text === undefined ? undefined : parseJson(text);
  if (!Array.isArray(report))
    return failure('unparsable-output', `infer's report.json is no list: ${JSON.stringify(text?.slice(0, 100) ?? 'no file')}`);
  const issues: readonly unknown[] = report;
  const names = new Set(captured.split(/\s+/).map(baseName));
  const answers = laid.map((file): FileReport => {
    if (!names.has(file.name)) return failed('unparsable-code', 'infer did not capture the file: its compiler refused it');
    return analyzed(
      issues
        .filter(isFields)
        .filter((issue) => baseName(textAt(issue, 'file')) === file.name)
        .map((issue) => findingOf(issue, file)),
    );
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /Infer version v?(\S+)/i, remedy });
  if (asked.state !== 'told') return asked;
  return { state: 'ready', version: asked.version, ruleSet: `pulse and buffer overruns; table ${digestOf(inferRules)}` };
};

/**
 * Infer (MIT) for C and C++, through its own clang. Not for Java: there it needs the real compiler to run over the candidate's code, which
 * happens inside the sandbox only (docs/decisions/0009-tools-that-users-bring.md).
 */
export const infer = (run: RunProcess, options: OwnToolOptions = {}): Analyzer => {
  const { command = 'infer' } = options;
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const results = `${project.scratch}/infer`;
    const common = [`--results-dir=${results}`, '--no-progress-bar'];
    const isCpp = laid[0]?.file.language === 'cpp';
    const compiler = isCpp ? ['clang++', '-std=gnu++17'] : ['clang', '-std=gnu11'];
    const names = laid.map(({ name }) => name);
    const result = await start(['run', ...common, '--keep-going', '--pulse', '--bufferoverrun', '--', ...compiler, '-w', '-c', ...names]);
    // 2 means issues under --fail-on-issue, which is not given. What compiles beside a file that does not is told by the list below.
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd('infer', result) };
    const text = await project.output('infer/report.json');
    if (text === undefined) return { ok: false, failure: failureOfEnd('infer', result) };
    const listed = await start(['debug', ...common, '--source-files']);
    if (listed.ended !== 'exited' || listed.exitCode !== 0) return { ok: false, failure: failureOfEnd('infer debug', listed) };
    return readInfer(text, listed.stdout, laid);
  };
  return ownTool({
    id: 'infer',
    summary: 'Infer for C and C++: memory, null pointers, buffers',
    family: 'infer',
    compiles: true,
    run,
    command,
    languages: ['c', 'cpp'],
    controls: controlsOf(['c', 'cpp'], 'CWE-416'),
    options,
    groupOf: (language) => language,
    batch: { size: 50, parallel: 1, budget: { baseMs: 300_000, perFileMs: 10_000 } },
    detect: () => detect(run, command),
    examine,
  });
};
