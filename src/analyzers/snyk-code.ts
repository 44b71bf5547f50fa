import type { Language, NonEmpty } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { type Failure, failureOfEnd } from './file-report.ts';
import { listAt, numberAt, textAt } from './json-fields.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool, sarifOf } from './own/own-tool.ts';
import type { RunProcess } from './run-process.ts';
import { reportFiles } from './sarif/report-files.ts';
import type { LaidFile } from './source-folder.ts';

export type SnykOptions = OwnToolOptions & {
  /** From the environment variable SNYK_TOKEN; else what `snyk auth` left in the home folder. It never reaches a message. */
  readonly token?: string | undefined;
  readonly organization?: string | undefined;
};

const remedy = 'Install it (`npm install -g snyk`) and run `snyk auth`, or set SNYK_TOKEN.';
const languages: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];

/**
 * Reads the log of `snyk code test`. Its service tells only how many files it took and how many it could not parse; where a file is missing
 * the batch fails, so that bisection finds it.
 */
export const readSnyk = (text: string | undefined, laid: readonly LaidFile[]): Attempt<FileReport, Failure> => {
  const log = sarifOf('snyk-code', text);
  if (!('runs' in log)) return log;
  const coverage = log.runs.flatMap(({ properties }) => listAt(properties, 'coverage'));
  const count = (wanted: (type: string, isSupported: boolean) => boolean): number =>
    coverage
      .filter((each) => wanted(textAt(each, 'type'), each.isSupported === true))
      .reduce((sum, each) => sum + (numberAt(each, 'files') ?? 0), 0);
  const unread = count((type) => type === 'FAILED_PARSING');
  const read = count((type, isSupported) => isSupported && type !== 'FAILED_PARSING');
  if (coverage.length === 0) return failure('skipped-by-tool', 'snyk code does not tell how many files it covered');
  if (unread > 0) return failure('unparsable-code', `snyk code could not parse ${unread} of ${laid.length} files`);
  if (read < laid.length) return failure('skipped-by-tool', `snyk code covered ${read} of ${laid.length} files`);
  return reportFiles({ id: 'snyk-code', wasAnalyzed: () => true, missing: '' }, log, laid);
};

const detect = async (run: RunProcess, command: string): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /^(\d+\.\d+\.\d+\S*)/m, remedy });
  if (asked.state !== 'told') return asked;
  return { state: 'ready', version: asked.version, ruleSet: 'the rules of Snyk’s service on that day, which it does not number' };
};

/** Snyk Code: sends the code to Snyk’s service, whose terms hold. Needs an account. */
export const snykCode = (run: RunProcess, options: SnykOptions = {}): Analyzer => {
  const { command = 'snyk', token, organization } = options;
  const redacted = (text: string): string => (token === undefined || token === '' ? text : text.replaceAll(token, '***'));
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const own = organization === undefined ? [] : [`--org=${organization}`];
    const given = await start(['code', 'test', '.', `--sarif-file-output=${project.scratch}/log.sarif`, ...own], {
      env: { SNYK_DISABLE_ANALYTICS: '1', ...(token === undefined ? {} : { SNYK_TOKEN: token }) },
    });
    const result = { ...given, stdout: redacted(given.stdout), stderr: redacted(given.stderr) };
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd('snyk', result) };
    if (result.exitCode === 3) return failure('skipped-by-tool', 'snyk code found no file that it supports');
    if (result.exitCode > 1)
      return failure(
        'tool-crashed',
        `${failureOfEnd('snyk', result).detail} ${result.stdout.trim().split('\n').at(-1) ?? ''}`.trim().slice(0, 400),
      );
    return readSnyk(await project.output('log.sarif'), laid);
  };
  return ownTool({
    id: 'snyk-code',
    summary: 'Snyk Code; it uploads the code, so it runs only where it is named',
    onlyWhenNamed: 'it uploads the code to Snyk’s service',
    family: 'snyk-code',
    run,
    command,
    languages,
    controls: shellControls(languages),
    options,
    batch: { size: 200, parallel: 1, budget: { baseMs: 300_000, perFileMs: 2_000 } },
    detect: () => detect(run, command),
    examine,
  });
};
