import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { CweId, Language, NonEmpty } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { type Failure, failureOfEnd } from './file-report.ts';
import { isFields, parseJson, parseObject, textAt } from './json-fields.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type Invocation, type OwnTool, type OwnToolOptions, ownTool, sarifOf } from './own/own-tool.ts';
import type { ProcessResult, RunProcess } from './run-process.ts';
import { reportFiles } from './sarif/report-files.ts';
import type { SarifLog } from './sarif/sarif-log.ts';

export type CodeqlOptions = OwnToolOptions & {
  /** GitHub's suites. Default: security-extended. */
  readonly suite?: 'code-scanning' | 'security-extended' | 'security-and-quality' | undefined;
  /** Only the queries about these weaknesses; in place of the suite. */
  readonly cwe?: readonly CweId[] | undefined;
  /** Query packs, suites or files in place of the suite; what CodeQL takes as a query specifier. */
  readonly queries?: readonly string[] | undefined;
};

const remedy = 'Unpack the CodeQL bundle (github.com/github/codeql-action/releases) and put its folder on PATH.';
const languages: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];

type Extractor = 'python' | 'javascript' | 'java' | 'go' | 'cpp';
const extractorOf: Readonly<Record<Language, Extractor>> = {
  python: 'python',
  javascript: 'javascript',
  typescript: 'javascript',
  java: 'java',
  go: 'go',
  c: 'cpp',
  cpp: 'cpp',
};

/** Interpreted languages have no build. Go has no mode without: its own build runs, with nothing that could start another program. */
const buildOf: Readonly<Record<Extractor, readonly string[]>> = {
  python: [],
  javascript: [],
  java: ['--build-mode=none'],
  go: ['--build-mode=autobuild'],
  cpp: ['--build-mode=none'],
};
const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' };

/** Queries of one weakness bear its number with three digits at least. The queries that list what was extracted are evidence, and stay. */
const suiteText = (extractor: Extractor, cwes: readonly CweId[]): string =>
  [
    `- queries: .`,
    `  from: codeql/${extractor}-queries`,
    `- include:`,
    `    kind: [problem, path-problem]`,
    `    tags contain:`,
    ...cwes.map((id) => `    - external/cwe/cwe-${id.slice(4).padStart(3, '0')}`),
    `- include:`,
    `    kind: diagnostic`,
    `- exclude:`,
    `    deprecated: //`,
    `- exclude:`,
    `    query path: /^experimental\\/.*/`,
    '',
  ].join('\n');

const queriesOf = async (
  extractor: Extractor,
  { suite = 'security-extended', cwe = [], queries = [] }: CodeqlOptions,
  scratch: string,
): Promise<readonly string[]> => {
  if (cwe.length > 0) {
    const path = `${scratch}/by-weakness.qls`;
    await writeFile(path, suiteText(extractor, cwe));
    return [path, ...queries];
  }
  // Queries of the user's own don't list what was extracted; the diagnostics of the standard pack do.
  const diagnostics = `codeql/${extractor}-queries:Diagnostics`;
  return queries.length > 0 ? [...queries, diagnostics] : [`codeql/${extractor}-queries:codeql-suites/${extractor}-${suite}.qls`];
};

/** Files that CodeQL says it took into the database without an error. */
const extracted = ({ runs }: SarifLog): ReadonlySet<string> =>
  new Set(
    runs.flatMap(({ notifications }) =>
      notifications
        .filter(({ id }) => id.endsWith('/diagnostics/successfully-extracted-files'))
        .flatMap(({ paths }) => paths.map((path) => path.slice(path.lastIndexOf('/') + 1))),
    ),
  );

const said = ({ stdout, stderr }: ProcessResult): string =>
  `${stderr}\n${stdout}`
    .split('\n')
    .filter((line) => /error|could not|no source|fail/i.test(line))
    .slice(-2)
    .join(' ')
    .slice(0, 300);

/** 32 means that the database would be empty: no code was seen. */
const failureOfCreate = (result: ProcessResult): Failure => {
  if (result.ended !== 'exited') return failureOfEnd('codeql', result);
  const detail = `codeql database create ended with exit code ${result.exitCode}: ${said(result)}`;
  return result.exitCode === 32 || /no source code|could not process any|not find any/i.test(detail)
    ? { reason: 'skipped-by-tool', detail }
    : { reason: 'tool-crashed', detail };
};

const readLog = (text: string | undefined, laid: Invocation['laid']): Attempt<FileReport, Failure> => {
  const log = sarifOf('codeql', text);
  if (!('runs' in log)) return log;
  if (log.runs.every(({ rules }) => rules === 0)) return failure('skipped-by-tool', 'codeql ran no query: its log has no rules');
  const names = extracted(log);
  return reportFiles(
    {
      id: 'codeql',
      wasAnalyzed: ({ name }) => names.has(name),
      missing: 'the file is not among those that were extracted without an error',
    },
    log,
    laid,
  );
};

const examine =
  (options: CodeqlOptions): OwnTool['examine'] =>
  async ({ laid, project, start }) => {
    const extractor = extractorOf[laid[0]?.file.language ?? 'python'];
    const database = `${project.scratch}/database`;
    const created = await start(
      [
        'database',
        'create',
        database,
        `--language=${extractor}`,
        `--source-root=${project.source}`,
        ...buildOf[extractor],
        '--overwrite',
        '--threads=0',
      ],
      { env },
    );
    if (created.ended !== 'exited' || created.exitCode !== 0) return { ok: false, failure: failureOfCreate(created) };
    const queries = await queriesOf(extractor, options, project.scratch);
    const result = await start(
      ['database', 'analyze', database, ...queries, '--format=sarif-latest', `--output=${project.scratch}/log.sarif`, '--threads=0'],
      { env },
    );
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd('codeql', result) };
    if (result.exitCode !== 0)
      return failure('tool-crashed', `codeql database analyze ended with exit code ${result.exitCode}: ${said(result)}`);
    return readLog(await project.output('log.sarif'), laid);
  };

const detect = async (run: RunProcess, command: string, wanted: readonly Language[], options: CodeqlOptions): Promise<Detection> => {
  const ask = (args: readonly string[]) => run({ command, args, timeLimitMs: 120_000, outputLimitBytes: 4_000_000 });
  const result = await ask(['version', '--format=json']);
  if (result.ended === 'not-started')
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  const version = textAt(parseObject(result.stdout) ?? {}, 'version');
  if (result.ended !== 'exited' || !/^\d/.test(version))
    return { state: 'broken', problem: `\`${command} version\` did not name a version.`, remedy };
  const found = parseJson((await ask(['resolve', 'qlpacks', '--format=json'])).stdout);
  const packs = isFields(found) ? found : {};
  const needed = [...new Set(wanted.map((language) => `codeql/${extractorOf[language]}-queries`))];
  const missing = needed.filter((pack) => packs[pack] === undefined);
  if (missing.length > 0) {
    const names = missing.join(' ');
    return {
      state: 'broken',
      version,
      problem: `codeql ${version} has no ${names}.`,
      remedy: `\`codeql pack download ${names}\`, or name fewer languages under own-tools.`,
    };
  }
  const versions = needed.map((pack) => `${pack} ${/[^/\\]*$/.exec(String([packs[pack]].flat()[0]))?.[0] ?? ''}`);
  const { suite = 'security-extended', cwe = [], queries = [] } = options;
  const chosen = [...cwe, ...(await Promise.all(queries.map(namedWithDigest)))];
  const digest = createHash('sha256').update(suiteText('python', cwe)).digest('hex').slice(0, 8);
  return {
    state: 'ready',
    version,
    ruleSet: `${chosen.length > 0 ? chosen.join(' ') : suite}; ${versions.join(', ')}; alert suppressions ignored; selection ${digest}`,
  };
};

/**
 * CodeQL: a database for each language of a batch, then GitHub's queries, or those of given weaknesses. Its CLI may be used for
 * research and for code under an OSI-approved licence; automated analysis of other code needs a licence of GitHub.
 */
export const codeql = (run: RunProcess, options: CodeqlOptions = {}): Analyzer => {
  const { command = 'codeql' } = options;
  return ownTool({
    id: 'codeql',
    summary: 'CodeQL; its CLI is licensed for research and open source, not for CI on other code',
    family: 'codeql',
    compiles: true,
    run,
    command,
    languages,
    controls: shellControls(languages),
    options,
    groupOf: (language) => extractorOf[language],
    batch: { size: 200, parallel: 1, budget: { baseMs: 900_000, perFileMs: 5_000 } },
    detect: () => detect(run, command, options.languages ?? languages, options),
    examine: examine(options),
  });
};
