import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Finding, type PathStep, parseCwe, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import type { CompiledJava, CompileJava } from './compile-java.ts';
import { controlsOf, shellControls } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import { findsecbugsRules } from './rules/findsecbugs-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';
import { type Bug, type BugReport, readBugReport } from './spotbugs-xml.ts';

export type SpotbugsOptions = OwnToolOptions & {
  /** FindSecBugs' jar, and other plug-ins. Without it SpotBugs knows about a dozen patterns of security. */
  readonly plugins?: readonly string[] | undefined;
};

const remedy =
  'Install it from the releases of github.com/spotbugs/spotbugs and put its `bin` on PATH; name FindSecBugs’ jar under own-tools.';
const byPriority: readonly Severity[] = ['unrated', 'high', 'medium', 'low'];

const findingOf = (bug: Bug, own: (className: string) => boolean): Finding => {
  const named = bug.cwe === undefined ? undefined : parseCwe(String(bug.cwe));
  const { line, endLine } = bug;
  const told: readonly PathStep[] = bug.steps
    .filter(({ className }) => own(className))
    .map((step) => ({ location: { line: step.line }, note: step.note }));
  return {
    oracle: 'static:spotbugs',
    ruleId: bug.type,
    message: bug.message,
    ...ratingOf(findsecbugsRules, bug.type, { cwe: named === undefined ? [] : [named], severity: byPriority[bug.priority] ?? 'unrated' }),
    ...(line === undefined ? {} : { location: { line, ...(endLine === undefined ? {} : { endLine }) } }),
    ...(line === undefined || told.length === 0 ? {} : { path: [...told, { location: { line }, note: bug.message }] }),
  };
};

const nameOfClass = (path: string): string => path.replace(/\.class$/, '').replaceAll('/', '.');

/**
 * One report for each compiled file. Evidence: each of its classes is in the summary. Classes that could not be found or errors without a
 * place put all of a batch in doubt, so that bisection finds whose they are.
 */
export const reportClasses = (
  report: BugReport,
  files: readonly { readonly classes: readonly string[] }[],
): Attempt<FileReport, Failure> => {
  const [error] = report.errors;
  const [missing] = report.missing;
  if (error !== undefined) return failure('tool-crashed', `spotbugs: ${error.slice(0, 300)}`);
  if (missing !== undefined) return failure('missing-dependency', `spotbugs did not find ${missing}`);
  const answers = files.map(({ classes }): FileReport => {
    const own = new Set(classes.map(nameOfClass));
    const unseen = [...own].find((name) => !report.classes.has(name));
    if (own.size === 0 || unseen !== undefined)
      return failed('skipped-by-tool', `spotbugs did not list ${unseen ?? 'any class of the file'} among those that it looked at`);
    return analyzed(report.bugs.filter(({ className }) => own.has(className)).map((bug) => findingOf(bug, (name) => own.has(name))));
  });
  return { ok: true, answers };
};

type Compiled = { readonly file: LaidFile; readonly classes: Readonly<Record<string, Uint8Array>> };

/** Two candidates may bear the same class name: only one of them can be looked at in one run. */
const clash = (files: readonly Compiled[]): string | undefined => {
  const seen = new Set<string>();
  for (const path of files.flatMap(({ classes }) => Object.keys(classes))) {
    if (seen.has(path)) return path;
    seen.add(path);
  }
  return undefined;
};

const safePath = /^(?:[\w$]+\/)*[\w$-]+\.class$/u;

const detect = async (run: RunProcess, command: string, plugins: readonly string[], canCompile: boolean): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['-version'], pattern: /(\d+\.\d+\.\d+\S*)/, remedy });
  if (asked.state !== 'told') return asked;
  const { version } = asked;
  if (!canCompile)
    return {
      state: 'broken',
      version,
      problem: 'spotbugs reads compiled classes, and no sandbox was given to compile in.',
      remedy: 'Choose a sandbox: --sandbox bubblewrap.',
    };
  const named = await Promise.all(plugins.map(namedWithDigest));
  return {
    state: 'ready',
    version,
    ruleSet: `all patterns, low confidence included; plug-ins: ${named.join(', ') || 'none'}; table ${digestOf(findsecbugsRules)}`,
  };
};

const examineClasses = async (
  options: SpotbugsOptions,
  files: readonly Compiled[],
  { project, start }: Parameters<OwnTool['examine']>[0],
): Promise<Attempt<FileReport, Failure>> => {
  const twice = clash(files);
  if (twice !== undefined) return failure('skipped-by-tool', `two files of the batch have a class ${twice}`);
  const folder = join(project.scratch, 'classes');
  for (const [path, bytes] of files.flatMap(({ classes }) => Object.entries(classes))) {
    if (!safePath.test(path)) return failure('skipped-by-tool', `a class has the odd path ${JSON.stringify(path)}`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const list = (flag: string, paths: readonly string[] = []): readonly string[] => (paths.length === 0 ? [] : [flag, paths.join(':')]);
  const report = join(project.scratch, 'report.xml');
  const flags = ['-textui', '-effort:max', '-low', '-xml:withMessages', '-output', report, ...list('-pluginList', options.plugins)];
  const result = await start([...flags, folder]);
  if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('spotbugs', result) };
  const read = readBugReport((await project.output('report.xml')) ?? '');
  if (read === undefined) return failure('unparsable-output', 'spotbugs wrote no whole XML report');
  return reportClasses(
    read,
    files.map(({ classes }) => ({ classes: Object.keys(classes) })),
  );
};

/** SpotBugs (LGPL-2.1), with FindSecBugs (LGPL-3.0) where its jar is named. It reads bytecode, which `compile` makes in the sandbox. */
export const spotbugs = (run: RunProcess, compile: CompileJava | undefined, options: SpotbugsOptions = {}): Analyzer => {
  const { command = 'spotbugs', plugins = [] } = options;
  const examine: OwnTool['examine'] = async (invocation) => {
    const { laid, signal } = invocation;
    const compiled: readonly CompiledJava[] =
      (await compile?.(
        laid.map(({ file }) => file),
        signal,
      )) ?? [];
    const answers = new Map<LaidFile, FileReport>();
    const files: Compiled[] = [];
    for (const [index, file] of laid.entries()) {
      const own = compiled[index] ?? { ok: false, reason: 'sandbox', detail: 'the sandbox did not say what became of the file' };
      if (own.ok) files.push({ file, classes: own.classes });
      else answers.set(file, failed(own.reason, own.detail));
    }
    const examined = files.length === 0 ? { ok: true as const, answers: [] } : await examineClasses(options, files, invocation);
    if (!examined.ok) return examined;
    for (const [index, { file }] of files.entries())
      answers.set(file, examined.answers[index] ?? failed('skipped-by-tool', 'spotbugs gave no report'));
    return { ok: true, answers: laid.map((file) => answers.get(file) ?? failed('skipped-by-tool', 'spotbugs gave no report')) };
  };
  return ownTool({
    id: 'spotbugs',
    summary: 'SpotBugs for Java, with FindSecBugs where you name its jar',
    family: 'findbugs',
    run,
    command,
    languages: ['java'],
    // SpotBugs alone knows of SQL; commands are FindSecBugs' matter.
    controls: plugins.length === 0 ? controlsOf(['java'], 'CWE-89') : [...controlsOf(['java'], 'CWE-89'), ...shellControls(['java'])],
    options,
    batch: { size: 50, parallel: 1, budget: { baseMs: 180_000, perFileMs: 4_000 } },
    detect: () => detect(run, command, plugins, compile !== undefined),
    examine,
  });
};
