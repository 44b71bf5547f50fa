import { type CweId, type Finding, type Language, messageOf, type NonEmpty, type PathStep, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { controlsOf } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import type { HttpClient } from './http-client.ts';
import { type Fields, fieldsAt, listAt, numberAt, textAt } from './json-fields.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import type { RunProcess } from './run-process.ts';
import { type SonarApi, SonarError, sonarApi } from './sonar-api.ts';
import type { LaidFile } from './source-folder.ts';

export type SonarOptions = OwnToolOptions & {
  readonly url?: string | undefined;
  /** Of a project that is Fathom's alone: its content is replaced by every batch. */
  readonly project?: string | undefined;
  /** SonarQube Cloud has it. */
  readonly organization?: string | undefined;
};

export type SonarPorts = {
  readonly http: HttpClient;
  readonly pause: (ms: number) => Promise<void>;
  /** From the environment; undefined where it is not set. */
  readonly token: string | undefined;
  /** Name of the variable, for messages. */
  readonly tokenName: string;
};

const languages: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go'];
const remedyOf = (tokenName: string): string =>
  `Install sonar-scanner, name the server under own-tools (\`sonarqube: { url: …, project: … }\`), and put a token in ${tokenName}.`;

const severities: Readonly<Record<string, Severity>> = {
  BLOCKER: 'high',
  CRITICAL: 'high',
  HIGH: 'high',
  MAJOR: 'medium',
  MEDIUM: 'medium',
  MINOR: 'low',
  LOW: 'low',
  INFO: 'low',
};

/** A hotspot's category, where its rule names no weakness. */
const categories: Readonly<Record<string, CweId>> = {
  'sql-injection': 'CWE-89',
  'command-injection': 'CWE-78',
  'path-traversal-injection': 'CWE-22',
  'ldap-injection': 'CWE-90',
  'xpath-injection': 'CWE-643',
  'object-injection': 'CWE-502',
  'log-injection': 'CWE-117',
  'open-redirect': 'CWE-601',
  'http-response-splitting': 'CWE-113',
  rce: 'CWE-94',
  xxe: 'CWE-611',
  xss: 'CWE-79',
  ssrf: 'CWE-918',
  csrf: 'CWE-352',
  dos: 'CWE-400',
  'weak-cryptography': 'CWE-338',
  'encrypt-data': 'CWE-311',
  'buffer-overflow': 'CWE-120',
};

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);

/** Lines count from 1, offsets from 0. */
const placeOf = (range: Fields): { line: number; column: number; endLine: number; endColumn: number } | undefined => {
  const [line, start, endLine, end] = [
    numberAt(range, 'startLine'),
    numberAt(range, 'startOffset'),
    numberAt(range, 'endLine'),
    numberAt(range, 'endOffset'),
  ];
  if (line === undefined || start === undefined || endLine === undefined || end === undefined) return undefined;
  return { line, column: start + 1, endLine, endColumn: end + 1 };
};

/** A flow runs from the sink to the source. */
const pathOf = (issue: Fields, name: string): readonly PathStep[] =>
  [...listAt(listAt(issue, 'flows')[0] ?? {}, 'locations')].reverse().flatMap((step) => {
    const location = baseName(textAt(step, 'component')) === name ? placeOf(fieldsAt(step, 'textRange')) : undefined;
    return location === undefined ? [] : [{ location, note: textAt(step, 'msg') }];
  });

/** A parser of Sonar's that gives up raises an issue of this rule, or none at all. */
const isParseError = (issue: Fields): boolean => /:(?:S2260|ParsingError|ParsingErrorCheck)$/.test(textAt(issue, 'rule'));

const isSecurity = (issue: Fields): boolean =>
  textAt(issue, 'type') === 'VULNERABILITY' || listAt(issue, 'impacts').some((impact) => textAt(impact, 'softwareQuality') === 'SECURITY');

const findingOf = async (api: SonarApi, issue: Fields, name: string): Promise<Finding> => {
  const ruleId = textAt(issue, 'rule') || textAt(issue, 'ruleKey');
  const category = categories[textAt(issue, 'securityCategory')];
  const own = await api.weaknesses(ruleId);
  const line = numberAt(issue, 'line');
  const location = placeOf(fieldsAt(issue, 'textRange')) ?? (line === undefined ? undefined : { line });
  const path = pathOf(issue, name);
  return {
    oracle: 'static:sonarqube',
    ruleId,
    message: textAt(issue, 'message').replaceAll(name, 'the file'),
    cwe: own.length > 0 || category === undefined ? own : [category],
    severity: severities[textAt(issue, 'severity') || textAt(issue, 'vulnerabilityProbability')] ?? 'unrated',
    ...(location === undefined ? {} : { location }),
    ...(path.length === 0 ? {} : { path }),
  };
};

/**
 * Reads what the server holds of a project after an analysis. Evidence: the server lists the file, with a language, and no parser gave up on it.
 * Hotspots are findings too: the server asks for a look, as most analyzers do.
 */
export const readSonar = async (api: SonarApi, project: string, laid: readonly LaidFile[]): Promise<readonly FileReport[]> => {
  const files = await api.all('components/tree', 'components', { component: project, qualifiers: 'FIL' });
  const issues = await api.all('issues/search', 'issues', { componentKeys: project, resolved: 'false' });
  const hotspots = await api.all('hotspots/search', 'hotspots', { projectKey: project });
  const listed = new Set(
    files.filter((file) => textAt(file, 'language') !== '').map((file) => baseName(textAt(file, 'path') || textAt(file, 'key'))),
  );
  return Promise.all(
    laid.map(async ({ name }): Promise<FileReport> => {
      const of = (all: readonly Fields[]): readonly Fields[] => all.filter((each) => baseName(textAt(each, 'component')) === name);
      const unparsed = of(issues).find(isParseError);
      if (unparsed !== undefined)
        return failed('unparsable-code', `sonarqube: ${textAt(unparsed, 'message')}`.replaceAll(name, 'the file'));
      if (!listed.has(name))
        return failed('skipped-by-tool', 'sonarqube does not list the file among those of the project that it knows the language of');
      return analyzed(await Promise.all([...of(issues).filter(isSecurity), ...of(hotspots)].map((each) => findingOf(api, each, name))));
    }),
  );
};

const taskOf = (report: string | undefined): string | undefined => /^ceTaskId=(.+)$/m.exec(report ?? '')?.[1]?.trim();

const detect = async (run: RunProcess, command: string, options: SonarOptions, ports: SonarPorts): Promise<Detection> => {
  const remedy = remedyOf(ports.tokenName);
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /Scanner(?: CLI)? (\d\S*)/i, remedy });
  if (asked.state !== 'told') return asked;
  const lacking = [
    options.url === undefined ? 'a url' : '',
    options.project === undefined ? 'a project' : '',
    (ports.token ?? '') === '' ? `a token in ${ports.tokenName}` : '',
  ].filter((each) => each !== '');
  const { token = '' } = ports;
  if (options.url === undefined || options.project === undefined || token === '')
    return {
      state: 'absent',
      version: asked.version,
      problem: `sonar-scanner ${asked.version} is here, without ${lacking.join(' and ')}.`,
      remedy,
    };
  try {
    const api = sonarApi({ url: options.url, token, http: ports.http, pause: ports.pause });
    const server = await api.version();
    const profiles = await api.all('qualityprofiles/search', 'profiles', {
      project: options.project,
      ...(options.organization === undefined ? {} : { organization: options.organization }),
    });
    if (profiles.every((profile) => (numberAt(profile, 'activeRuleCount') ?? 0) === 0))
      return {
        state: 'broken',
        version: asked.version,
        problem: `The project ${options.project} has no quality profile with an active rule.`,
        remedy: 'Give it one on the server.',
      };
    const rules = profiles.map(
      (profile) =>
        `${textAt(profile, 'language')}: ${textAt(profile, 'name')}, ${numberAt(profile, 'activeRuleCount')} rules, ${textAt(profile, 'rulesUpdatedAt')}`,
    );
    return { state: 'ready', version: `scanner ${asked.version}, server ${server}`, ruleSet: rules.sort().join('; ') };
  } catch (thrown) {
    if (!(thrown instanceof SonarError)) throw thrown;
    return { state: 'broken', version: asked.version, problem: thrown.message, remedy };
  }
};

/**
 * SonarQube Server or Cloud: sonar-scanner sends the files to the server, whose web API tells the findings. Rules that follow data are in the paid
 * editions and in Cloud only. Since 2024 the analyzers' licence (SSAL) forbids feeding what they find to a model.
 */
export const sonarqube = (run: RunProcess, ports: SonarPorts, options: SonarOptions = {}): Analyzer => {
  const { command = 'sonar-scanner', url = '', project = '', organization } = options;
  const { token = '', http, pause } = ports;
  const redacted = (text: string): string => (token === '' ? text : text.replaceAll(token, '***'));
  const examine = async ({
    laid,
    project: folder,
    start,
    signal,
  }: Parameters<OwnTool['examine']>[0]): Promise<Attempt<FileReport, Failure>> => {
    const settings = {
      projectKey: project,
      sources: '.',
      'host.url': url,
      'scm.disabled': 'true',
      sourceEncoding: 'UTF-8',
      ...(organization === undefined ? {} : { organization }),
    };
    const args = Object.entries({ ...settings, 'working.directory': `${folder.scratch}/work` }).map(
      ([key, value]) => `-Dsonar.${key}=${value}`,
    );
    const given = await start([...args, `-Dsonar.java.binaries=${folder.scratch}`], { env: { SONAR_TOKEN: token } });
    const result = { ...given, stdout: redacted(given.stdout), stderr: redacted(given.stderr) };
    if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('sonar-scanner', result) };
    const task = taskOf(await folder.output('work/report-task.txt'));
    if (task === undefined) return failure('unparsable-output', 'sonar-scanner left no report-task.txt with a ceTaskId');
    try {
      const api = sonarApi({ url, token, http, pause }, signal);
      await api.finished(task, 300_000);
      return { ok: true, answers: await readSonar(api, project, laid) };
    } catch (thrown) {
      if (!(thrown instanceof SonarError)) throw thrown;
      return failure(/did not end within|timeout/i.test(thrown.message) ? 'timeout' : 'tool-crashed', redacted(messageOf(thrown)));
    }
  };
  return ownTool({
    id: 'sonarqube',
    summary: 'SonarQube Server or Cloud; it uploads the code, so it runs only where it is named; findings must not be fed to a model',
    onlyWhenNamed: 'it uploads the code to the server',
    family: 'sonar',
    run,
    command,
    languages,
    controls: controlsOf(languages, 'CWE-89'),
    options,
    // One project on the server, whose content each batch replaces.
    batch: { size: 100, parallel: 1, budget: { baseMs: 300_000, perFileMs: 3_000 } },
    detect: () => detect(run, command, options, ports),
    examine,
  });
};
