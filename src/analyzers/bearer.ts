import { type CweId, type Finding, type Language, type NonEmpty, parseCwe, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { type Fields, fieldsAt, listAt, numberAt, parseObject, textAt, textsAt } from './json-fields.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import { missedProbe, probesOf } from './own/probes.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type BearerOptions = OwnToolOptions & {
  /** A folder of rules, in place of those that Bearer fetches from its releases. */
  readonly rules?: string | undefined;
};

const remedy = 'Install it from docs.bearer.com (`bearer/bearer`); the npm package of the name is another program.';
const languages: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go'];
const controls = shellControls(languages);
const severities: Readonly<Record<string, Severity>> = { critical: 'high', high: 'high', medium: 'medium', low: 'low', warning: 'low' };

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const fileOf = (fields: Fields): string =>
  baseName(textAt(fields, 'full_filename') || textAt(fields, 'filename') || textAt(fields, 'file') || textAt(fields, 'path'));

/**
 * Findings of either report: the older one is an object of lists by severity, the newer (`jsonv2`, from 1.38 or so) has them in `findings`.
 * Undefined where it is neither.
 */
const findingsOf = (report: Fields): readonly Fields[] | undefined => {
  if (Array.isArray(report.findings)) return listAt(report, 'findings');
  // Where there is nothing to say, Go writes null for an empty list.
  if (report.findings === null && typeof report.source === 'string') return [];
  const known = Object.keys(report).every((key) => key in severities || key === 'errors');
  if (!known || 'findings' in report) return undefined;
  return Object.keys(severities).flatMap((severity) => listAt(report, severity).map((each) => ({ severity, ...each })));
};

const cwesOf = (fields: Fields): readonly CweId[] => textsAt(fields, 'cwe_ids').flatMap((id) => parseCwe(id) ?? []);

const findingOf = (fields: Fields, name: string): Finding => {
  const sink = fieldsAt(fields, 'sink');
  const source = fieldsAt(fields, 'source');
  const line = numberAt(fields, 'line_number') ?? numberAt(sink, 'start');
  const start = numberAt(fieldsAt(sink, 'column'), 'start');
  const from = numberAt(source, 'start');
  const path =
    line !== undefined && from !== undefined && from >= 1 && from !== line
      ? [
          { location: { line: from }, note: 'where the data or the object comes from' },
          { location: { line }, note: textAt(sink, 'content').replace(/\s+/g, ' ').slice(0, 200) },
        ]
      : [];
  return {
    oracle: 'static:bearer',
    ruleId: textAt(fields, 'id') || textAt(fieldsAt(fields, 'rule'), 'id') || 'unnamed',
    message: (textAt(fields, 'title') || textAt(fields, 'description')).replaceAll(name, 'the file'),
    cwe: cwesOf(fields),
    severity: severities[textAt(fields, 'severity')] ?? 'unrated',
    ...(line !== undefined && line >= 1 ? { location: { line, ...(start !== undefined && start >= 1 ? { column: start } : {}) } } : {}),
    ...(path.length === 0 ? {} : { path }),
  };
};

/**
 * Reads Bearer's JSON. It lists no clean file, so the batch counts only where the weaknesses planted in it were found, and a file only where
 * no error names it: errors stand beside findings, under an exit code that looks normal.
 */
export const readBearer = (
  text: string,
  laid: readonly LaidFile[],
  probes: Readonly<Record<string, string>>,
): Attempt<FileReport, Failure> => {
  const report = parseObject(text);
  const findings = report === undefined ? undefined : findingsOf(report);
  if (report === undefined || findings === undefined)
    return failure('unparsable-output', `bearer's output is not its JSON report: ${JSON.stringify(text.slice(0, 100))}`);
  const missed = missedProbe('bearer', probes, findings.map(fileOf));
  if (missed !== undefined) return failure('skipped-by-tool', missed);
  const errors = listAt(report, 'errors').map((error) => ({
    name: fileOf(error),
    text: textAt(error, 'error') || textAt(error, 'message') || JSON.stringify(error),
  }));
  const names = new Set(laid.map(({ name }) => name));
  const homeless = errors.find(({ name, text: said }) => name === '' && !laid.some((each) => said.includes(each.name)));
  if (homeless !== undefined) return failure('skipped-by-tool', `bearer: ${homeless.text.slice(0, 300)}`);
  const answers = laid.map((file): FileReport => {
    const error = errors.find(({ name, text: said }) => name === file.name || (!names.has(name) && said.includes(file.name)));
    if (error !== undefined) {
      const said = `bearer: ${error.text}`.replaceAll(file.name, 'the file').slice(0, 300);
      return failed(/time ?out/i.test(said) ? 'timeout' : /pars|syntax/i.test(said) ? 'unparsable-code' : 'skipped-by-tool', said);
    }
    return analyzed(findings.filter((each) => fileOf(each) === file.name).map((each) => findingOf(each, file.name)));
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string, rules: string | undefined): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['version'], pattern: /(\d+\.\d+\.\d+\S*)/, remedy });
  if (asked.state !== 'told') return asked;
  const version = asked.version.replace(/,$/, '');
  return {
    state: 'ready',
    version,
    ruleSet: `${rules === undefined ? 'the default rules' : await namedWithDigest(rules)}; bearer:disable ignored`,
  };
};

/** Bearer's SAST (Elastic License 2.0: not to be offered as a managed service). It fetches its rules from its releases, unless a folder is named. */
export const bearer = (run: RunProcess, options: BearerOptions = {}): Analyzer => {
  const { command = 'bearer', rules } = options;
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const report = `${project.scratch}/report.json`;
    const own = rules === undefined ? [] : ['--disable-default-rules', `--external-rule-dir=${rules}`];
    const flags = [
      '--format=jsonv2',
      '--report=security',
      '--scanner=sast',
      '--exit-code=0',
      '--quiet',
      '--hide-progress-bar',
      '--disable-version-check',
      '--force',
    ];
    const result = await start(['scan', '.', ...flags, ...own, `--output=${report}`]);
    if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('bearer', result) };
    const text = (await project.output('report.json')) ?? result.stdout;
    return readBearer(text, laid, probesOf(controls, laid));
  };
  return ownTool({
    id: 'bearer',
    summary: 'Bearer; Elastic License 2.0, no managed service',
    family: 'bearer',
    run,
    command,
    languages,
    controls,
    options,
    batch: { size: 100, parallel: 1, budget: { baseMs: 180_000, perFileMs: 2_000 } },
    layout: (laid) => ({ extras: probesOf(controls, laid) }),
    detect: () => detect(run, command, rules),
    examine,
  });
};
