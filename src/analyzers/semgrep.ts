import {
  type CweId,
  type Finding,
  type Language,
  type NonEmpty,
  type PathStep,
  parseCwe,
  type Severity,
  type UnknownReason,
} from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { type Fields, fieldsAt, isFields, listAt, numberAt, parseObject, textAt, textsAt } from './json-fields.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import type { RunProcess } from './run-process.ts';
import { cwesIn } from './sarif/sarif-cwe.ts';
import type { LaidFile } from './source-folder.ts';

export type SemgrepOptions = OwnToolOptions & {
  /** What goes into `--config`: files, folders, or names of the registry, which is asked over the network. */
  readonly rules?: readonly string[] | undefined;
};

type Engine = { readonly id: 'semgrep' | 'opengrep'; readonly summary: string; readonly remedy: string };

const languages: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];
const severities: Readonly<Record<string, Severity>> = {
  CRITICAL: 'high',
  ERROR: 'high',
  HIGH: 'high',
  WARNING: 'medium',
  MEDIUM: 'medium',
  INFO: 'low',
  LOW: 'low',
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

type Complaint = { readonly kind: string; readonly message: string; readonly paths: readonly string[] };

/** A type is a word, or a list of the word and what belongs to it. */
const kindOf = (error: Fields): string => textsAt(error, 'type')[0] ?? '';

/** Errors that tell of something not done. Rules that are meant for another version are told at level info. */
const complaintsOf = (report: Fields): readonly Complaint[] =>
  listAt(report, 'errors')
    .filter((error) => textAt(error, 'level') !== 'info' && !/^Incompatible ?rule$/i.test(kindOf(error)))
    .map((error) => ({
      kind: kindOf(error),
      message: textAt(error, 'message') || textAt(error, 'long_msg') || textAt(error, 'short_msg'),
      paths: [textAt(error, 'path'), ...listAt(error, 'spans').map((span) => textAt(span, 'file'))]
        .filter((path) => path !== '')
        .map(baseName),
    }));

const reasonOf = ({ kind, message }: Complaint): UnknownReason => {
  const text = `${kind} ${message}`;
  if (/time ?out/i.test(kind)) return 'timeout';
  if (/out of memory|stack overflow|too many matches|fatal|internal/i.test(kind)) return 'tool-crashed';
  if (/rule|pattern|config/i.test(kind)) return 'tool-broken';
  return /syntax|pars|lexical|AST builder/i.test(text) ? 'unparsable-code' : 'skipped-by-tool';
};

const cwesOf = (metadata: Fields): readonly CweId[] => [
  ...new Set(textsAt(metadata, 'cwe').flatMap((text) => (/^\d+$/.test(text) ? (parseCwe(text) ?? []) : cwesIn(text)))),
];

const locationOf = (place: Fields): { line: number; column?: number; endLine?: number; endColumn?: number } | undefined => {
  const line = numberAt(fieldsAt(place, 'start'), 'line');
  const column = numberAt(fieldsAt(place, 'start'), 'col');
  const endLine = numberAt(fieldsAt(place, 'end'), 'line');
  const endColumn = numberAt(fieldsAt(place, 'end'), 'col');
  if (line === undefined || line < 1) return undefined;
  return {
    line,
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endLine === undefined || endColumn === undefined ? {} : { endColumn }),
  };
};

/** A step is `["CliLoc", [place, text]]`; the steps between are `{ location, content }`. */
const stepOf = (step: unknown, name: string): readonly PathStep[] => {
  const inner = Array.isArray(step) && Array.isArray(step[1]) ? step[1] : undefined;
  const place: unknown = inner === undefined ? (isFields(step) ? step.location : undefined) : inner[0];
  const text: unknown = inner === undefined ? (isFields(step) ? step.content : undefined) : inner[1];
  if (!isFields(place) || baseName(textAt(place, 'path')) !== name) return [];
  const location = locationOf(place);
  return location === undefined ? [] : [{ location, note: typeof text === 'string' ? text.replace(/\s+/g, ' ').slice(0, 200) : '' }];
};

const pathOf = (extra: Fields, name: string): readonly PathStep[] => {
  const trace = fieldsAt(extra, 'dataflow_trace');
  return [
    ...stepOf(trace.taint_source, name),
    ...listAt(trace, 'intermediate_vars').flatMap((step) => stepOf(step, name)),
    ...stepOf(trace.taint_sink, name),
  ];
};

const findingOf = (id: string, result: Fields, name: string): Finding => {
  const extra = fieldsAt(result, 'extra');
  const location = locationOf(result);
  const path = pathOf(extra, name);
  return {
    oracle: `static:${id}`,
    ruleId: textAt(result, 'check_id') || 'unnamed',
    message: textAt(extra, 'message').replaceAll(name, 'the file').replace(/\s+/g, ' ').trim().slice(0, 1_000),
    cwe: cwesOf(fieldsAt(extra, 'metadata')),
    severity: severities[textAt(extra, 'severity')] ?? 'unrated',
    ...(location === undefined ? {} : { location }),
    ...(path.length === 0 ? {} : { path }),
  };
};

/** Reads the report of `--json`. Files that are not under `paths.scanned` were not looked at, whatever the exit code. */
export const readSemgrep = (id: string, text: string, laid: readonly LaidFile[]): Attempt<FileReport, Failure> => {
  const report = parseObject(text);
  const results = report?.results;
  if (report === undefined || !Array.isArray(results) || !Array.isArray(report.errors) || !Array.isArray(fieldsAt(report, 'paths').scanned))
    return failure('unparsable-output', `${id}'s output is not its JSON report: ${JSON.stringify(text.slice(0, 100))}`);
  const complaints = complaintsOf(report);
  const names = new Set(laid.map(({ name }) => name));
  const homeless = complaints.find(
    ({ paths, message }) => !paths.some((path) => names.has(path)) && !laid.some(({ name }) => message.includes(name)),
  );
  if (homeless !== undefined) return failure(reasonOf(homeless), `${id}: ${homeless.kind}: ${homeless.message}`.slice(0, 400));
  const scanned = new Set(textsAt(fieldsAt(report, 'paths'), 'scanned').map(baseName));
  const answers = laid.map(({ name }): FileReport => {
    const own = complaints.find(({ paths, message }) => paths.includes(name) || message.includes(name));
    if (own !== undefined) return failed(reasonOf(own), `${id}: ${own.kind}: ${own.message}`.replaceAll(name, 'the file').slice(0, 300));
    if (!scanned.has(name)) return failed('skipped-by-tool', `${id} did not list the file among those that it scanned`);
    return analyzed(
      listAt(report, 'results')
        .filter((result) => baseName(textAt(result, 'path')) === name)
        .map((result) => findingOf(id, result, name)),
    );
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string, { id, remedy }: Engine, rules: readonly string[]): Promise<Detection> => {
  const result = await run({ command, args: ['--version'], timeLimitMs: 60_000, outputLimitBytes: 100_000 });
  if (result.ended === 'not-started')
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  const version = /^v?(\d+\.\d+\.\d+\S*)/m.exec(result.stdout)?.[1];
  if (result.ended !== 'exited' || version === undefined)
    return { state: 'broken', problem: `\`${command} --version\` did not name a version.`, remedy };
  if (rules.length === 0) {
    return {
      state: 'absent',
      version,
      problem: `${id} ${version} is here, and no rules are named.`,
      remedy: `Name them under own-tools: \`${id}: { rules: [FOLDER] }\`; it brings none of its own.`,
    };
  }
  return { state: 'ready', version, ruleSet: `${(await Promise.all(rules.map(namedWithDigest))).join(', ')}; nosem ignored` };
};

const grep = (run: RunProcess, engine: Engine, options: SemgrepOptions): Analyzer => {
  const { id, summary } = engine;
  const { command = id, rules = [] } = options;
  // Beside the files of a sample, a folder could hold a `.semgrepignore` or be too large for a rule's limits: nothing of that is believed.
  const flags = [
    '--json',
    '--metrics=off',
    '--disable-version-check',
    '--disable-nosem',
    '--no-git-ignore',
    '--max-target-bytes=0',
    '--timeout=30',
    '--timeout-threshold=0',
    '--jobs=1',
  ];
  const env = { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0', SEMGREP_APP_TOKEN: '' };
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const report = `${project.scratch}/report.json`;
    const result = await start(['scan', ...rules.map((rule) => `--config=${rule}`), ...flags, `--output=${report}`, '.'], { env });
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd(id, result) };
    const text = (await project.output('report.json')) ?? result.stdout;
    // 0: done, with or without findings. Everything else left something undone, and its report, where there is one, says what.
    if (result.exitCode <= 1) return readSemgrep(id, text, laid);
    const read = readSemgrep(id, text, laid);
    if (read.ok ? read.answers.some(({ status }) => status === 'failed') : read.failure.reason !== 'unparsable-output') return read;
    return { ok: false, failure: failureOfEnd(id, result) };
  };
  return ownTool({
    id,
    summary,
    family: 'semgrep',
    run,
    command,
    languages,
    controls: shellControls(languages),
    options,
    batch: { size: 200, parallel: 1, budget: { baseMs: 180_000, perFileMs: 2_000 } },
    detect: () => detect(run, command, engine, rules),
    examine,
  });
};

/** Semgrep's engine (LGPL-2.1) with rules that the user names. The registry's rules are licensed for internal use only, not for a service. */
export const semgrep = (run: RunProcess, options: SemgrepOptions = {}): Analyzer =>
  grep(
    run,
    {
      id: 'semgrep',
      summary: 'Semgrep with rules that you name; the registry’s rules are for internal use only (Semgrep Rules License)',
      remedy: 'Install it: `pipx install semgrep`.',
    },
    options,
  );

/** Opengrep, the fork of Semgrep's engine (LGPL-2.1); one engine, hence one vote with it. */
export const opengrep = (run: RunProcess, options: SemgrepOptions = {}): Analyzer =>
  grep(
    run,
    {
      id: 'opengrep',
      summary: 'Opengrep, the free fork of Semgrep’s engine, with rules that you name',
      remedy: 'Install it from the releases of github.com/opengrep/opengrep.',
    },
    options,
  );
