import type { Finding, Location, PathStep, UnknownReason } from '../../core/index.ts';
import type { FileReport } from '../analyzer.ts';
import type { Attempt } from '../bisect.ts';
import { analyzed, type Failure, failed } from '../file-report.ts';
import { type RuleTable, ratingOf } from '../rules/rule-table.ts';
import type { LaidFile } from '../source-folder.ts';
import type { SarifLog, SarifNotification, SarifPlace, SarifResult, SarifRun } from './sarif-log.ts';

export type SarifReading = {
  /** The analyzer's id. */
  readonly id: string;
  /** Fathom's own reading of the rules; others keep what the log says. */
  readonly table?: RuleTable;
  /** The rule in the table, where the log's id has more to it. */
  readonly ruleOf?: (ruleId: string) => string;
  /**
   * Whether the log shows that the tool got through the file; `names` are the base names that the log lists.
   * No finding is no evidence.
   */
  readonly wasAnalyzed: (file: LaidFile) => boolean;
  /** What is missing, where it was not: `the log does not list the file under artifacts`. */
  readonly missing: string;
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Base names under `artifacts`. Names of laid files are unguessable, so that no path is needed to tell them apart. */
export const listedNames = ({ runs }: SarifLog): ReadonlySet<string> => new Set(runs.flatMap(({ artifacts }) => artifacts.map(baseName)));

const speaksOf = ({ paths, text }: SarifNotification, name: string): boolean =>
  paths.some((path) => baseName(path) === name) || (paths.length === 0 && text.includes(name));

const unread = /syntax|pars(?:e|ing)|lexical|tokeni|partial|could not be (?:read|extracted)|extraction (?:error|failure)/i;

/** Tools warn of what they could not parse, and go on. */
const isFailure = ({ level, id, text }: SarifNotification): boolean =>
  level === 'error' || (level === 'warning' && unread.test(`${id} ${text}`));

const reasonOf = (text: string): UnknownReason =>
  /timed?[ -]?out|too long/i.test(text) ? 'timeout' : unread.test(text) || /compil/i.test(text) ? 'unparsable-code' : 'skipped-by-tool';

/** gcc writes what does not compile as results, of a "rule" that is called error. */
const isCompileError = (run: SarifRun, { level, ruleId }: SarifResult): boolean =>
  level === 'error' && (/^(?:fatal )?error$/.test(ruleId) || (/^GNU /.test(run.tool) && !ruleId.startsWith('-W')));

/** Columns of the log as columns in UTF-16 units. */
const columnsOf = (code: string, kind: SarifRun['columns']): ((line: number, column: number) => number) => {
  if (kind === 'utf16' || !/[\ud800-\udbff]/.test(code)) return (_line, column) => column;
  const lines = code.split(/\r\n|\n|\r/);
  return (line, column) =>
    Array.from(lines[line - 1] ?? '')
      .slice(0, column - 1)
      .join('').length + 1;
};

const locationOf = (place: SarifPlace, columns: (line: number, column: number) => number): Location | undefined => {
  const { line, column, endColumn } = place;
  if (line === undefined) return undefined;
  const endLine = place.endLine ?? (endColumn === undefined ? undefined : line);
  return {
    line,
    ...(column === undefined ? {} : { column: columns(line, column) }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endLine === undefined || endColumn === undefined ? {} : { endColumn: columns(endLine, endColumn) }),
  };
};

const clean = (text: string, name: string): string => text.replaceAll(name, 'the file').slice(0, 1_000);

const findingOf = (reading: SarifReading, run: SarifRun, result: SarifResult, { file, name }: LaidFile): Finding => {
  const columns = columnsOf(file.code, run.columns);
  const place = result.places[0];
  const location = place === undefined ? undefined : locationOf(place, columns);
  const path = result.flow.flatMap((step): readonly PathStep[] => {
    const at = baseName(step.path) === name ? locationOf(step, columns) : undefined;
    return at === undefined ? [] : [{ location: at, note: clean(step.note, name) }];
  });
  const own = { cwe: result.cwe, severity: result.severity };
  return {
    oracle: `static:${reading.id}`,
    ruleId: result.ruleId,
    message: clean(result.message, name),
    ...ratingOf(reading.table ?? {}, reading.ruleOf?.(result.ruleId) ?? result.ruleId, own),
    ...(location === undefined ? {} : { location }),
    ...(path.length === 0 ? {} : { path }),
  };
};

const reportOf = (reading: SarifReading, { runs }: SarifLog, laid: LaidFile, alone: boolean): FileReport => {
  const { name } = laid;
  for (const run of runs) {
    const own = run.notifications.find((each) => isFailure(each) && speaksOf(each, name));
    if (own !== undefined) return failed(reasonOf(`${own.id} ${own.text}`), `${reading.id}: ${clean(own.text || own.id, name)}`);
  }
  const results = runs.flatMap((run) =>
    run.results
      .filter(({ places }) => (places[0] === undefined ? alone : baseName(places[0].path) === name || (alone && places[0].path === '')))
      .map((result) => ({ run, result })),
  );
  const error = results.find(({ run, result }) => isCompileError(run, result))?.result;
  if (error !== undefined) return failed('unparsable-code', `line ${error.places[0]?.line ?? '?'}: ${clean(error.message, name)}`);
  if (!reading.wasAnalyzed(laid)) return failed('skipped-by-tool', `${reading.id}: ${reading.missing}`);
  return analyzed(results.filter(({ result }) => result.isFinding).map(({ run, result }) => findingOf(reading, run, result, laid)));
};

/** What puts the whole log in doubt, of no file in particular. */
const doubtOf = ({ runs }: SarifLog, laid: readonly LaidFile[]): Failure | undefined => {
  for (const run of runs) {
    const errors = run.notifications.filter(isFailure);
    const homeless = errors.find((each) => each.paths.length === 0 && !laid.some(({ name }) => speaksOf(each, name)));
    if (homeless !== undefined) return { reason: reasonOf(`${homeless.id} ${homeless.text}`), detail: homeless.text || homeless.id };
    const explained = errors.length > 0 || run.results.some((result) => isCompileError(run, result));
    if (run.successful === false && !explained) return { reason: 'tool-crashed', detail: 'the log says that the tool did not end well' };
    // A batch's finding without a file can be told to a file only when the file stands alone.
    if (laid.length > 1 && run.results.some(({ isFinding, places }) => isFinding && (places[0]?.path ?? '') === ''))
      return { reason: 'unparsable-output', detail: 'the log has a finding without a file' };
  }
  return undefined;
};

/**
 * One report for each laid file, from the log of one invocation over all of them. A failure that no file answers for fails the batch,
 * so that bisection finds out.
 */
export const reportFiles = (reading: SarifReading, log: SarifLog, laid: readonly LaidFile[]): Attempt<FileReport, Failure> => {
  const doubt = doubtOf(log, laid);
  if (doubt !== undefined) return { ok: false, failure: { ...doubt, detail: `${reading.id}: ${doubt.detail}` } };
  return { ok: true, answers: laid.map((file) => reportOf(reading, log, file, laid.length === 1)) };
};
