import type { Severity } from '../../core/index.ts';
import { type Fields, fieldsAt, listAt, numberAt, parseObject, textAt } from '../json-fields.ts';
import { cwesOf, taxonomiesOf } from './sarif-cwe.ts';
import type { SarifLevel, SarifLog, SarifNotification, SarifPlace, SarifResult, SarifRun } from './sarif-log.ts';
import { pathResolver } from './sarif-path.ts';
import { type Rule, ruleFinder } from './sarif-rules.ts';

const levels: Readonly<Record<string, SarifLevel>> = { none: 'none', note: 'note', warning: 'warning', error: 'error' };
const byLevel: Readonly<Record<SarifLevel, Severity>> = { none: 'unrated', note: 'low', warning: 'medium', error: 'high' };

/** CVSS runs from 0 to 10; GitHub's convention draws the lines at 4 and 7. */
const severityOf = (level: SarifLevel, rule: Rule | undefined): Severity => {
  const score = rule?.score;
  if (score === undefined) return byLevel[level];
  return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
};

/** `text`, or the rule's own message of that id, with its arguments; links into related places lose their targets. */
const messageText = (message: Fields, rule: Rule | undefined): string => {
  const own = textAt(message, 'text') || textAt(message, 'markdown');
  const template = own === '' ? textAt(fieldsAt(rule?.messages ?? {}, textAt(message, 'id')), 'text') : own;
  const values: readonly unknown[] = Array.isArray(message.arguments) ? message.arguments : [];
  return template
    .replace(/\{(\d+)\}/g, (whole, index) => (typeof values[Number(index)] === 'string' ? String(values[Number(index)]) : whole))
    .replace(/\[((?:[^\]\\]|\\.)*)\]\(\d+\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
};

type Resolve = (location: Fields) => string;

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;

const placeOf = (location: Fields, resolve: Resolve): SarifPlace => {
  const physical = fieldsAt(location, 'physicalLocation');
  const region = fieldsAt(physical, 'region');
  const line = positive(numberAt(region, 'startLine')) ?? positive(numberAt(fieldsAt(physical, 'contextRegion'), 'startLine'));
  const column = positive(numberAt(region, 'startColumn'));
  const endLine = positive(numberAt(region, 'endLine'));
  const endColumn = positive(numberAt(region, 'endColumn'));
  return {
    path: resolve(fieldsAt(physical, 'artifactLocation')),
    note: messageText(fieldsAt(location, 'message'), undefined),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
};

/** Steps of the first thread of the first flow; a step may stand in the run's own list, by its position. */
const flowOf = (result: Fields, run: Fields, resolve: Resolve): readonly SarifPlace[] => {
  const thread = listAt(result, 'codeFlows').flatMap((flow) => listAt(flow, 'threadFlows'))[0];
  if (thread === undefined) return [];
  const shared = listAt(run, 'threadFlowLocations');
  return listAt(thread, 'locations').map((step) => {
    const own = step.location === undefined ? (shared[numberAt(step, 'index') ?? -1] ?? step) : step;
    return placeOf(fieldsAt(own, 'location'), resolve);
  });
};

const noFinding = new Set(['pass', 'notApplicable', 'informational']);

const resultsOf = (run: Fields, resolve: Resolve): readonly SarifResult[] => {
  const ruleFor = ruleFinder(run);
  const taxonomies = taxonomiesOf(run);
  return listAt(run, 'results').map((result) => {
    const rule = ruleFor(result);
    const level = levels[textAt(result, 'level')] ?? rule?.level ?? 'warning';
    return {
      ruleId: textAt(result, 'ruleId') || textAt(fieldsAt(result, 'rule'), 'id') || (rule?.id ?? 'unnamed'),
      message: messageText(fieldsAt(result, 'message'), rule),
      level,
      severity: severityOf(level, rule),
      cwe: cwesOf(result, rule?.fields, taxonomies),
      isFinding: !noFinding.has(textAt(result, 'kind')) && textAt(result, 'baselineState') !== 'absent',
      places: listAt(result, 'locations').map((location) => placeOf(location, resolve)),
      flow: flowOf(result, run, resolve),
    };
  });
};

const notificationsOf = (run: Fields, resolve: Resolve): readonly SarifNotification[] =>
  listAt(run, 'invocations')
    .flatMap((each) => [...listAt(each, 'toolExecutionNotifications'), ...listAt(each, 'toolConfigurationNotifications')])
    .map((each) => ({
      id: textAt(fieldsAt(each, 'descriptor'), 'id'),
      level: levels[textAt(each, 'level')] ?? 'warning',
      text: messageText(fieldsAt(each, 'message'), undefined) || textAt(fieldsAt(each, 'exception'), 'message'),
      paths: listAt(each, 'locations')
        .map((location) => placeOf(location, resolve).path)
        .filter((path) => path !== ''),
    }));

const successOf = (run: Fields): boolean | undefined => {
  const said = listAt(run, 'invocations').flatMap(({ executionSuccessful }) =>
    typeof executionSuccessful === 'boolean' ? [executionSuccessful] : [],
  );
  return said.length === 0 ? undefined : said.every((each) => each);
};

const runOf = (run: Fields): SarifRun => {
  const tool = fieldsAt(run, 'tool');
  const driver = fieldsAt(tool, 'driver');
  const resolve = pathResolver(run);
  return {
    tool: textAt(driver, 'name'),
    version: textAt(driver, 'semanticVersion') || textAt(driver, 'version'),
    rules: [driver, ...listAt(tool, 'extensions')].reduce((sum, component) => sum + listAt(component, 'rules').length, 0),
    results: resultsOf(run, resolve),
    artifacts: listAt(run, 'artifacts')
      .map((artifact) => resolve(fieldsAt(artifact, 'location')))
      .filter((path) => path !== ''),
    notifications: notificationsOf(run, resolve),
    successful: successOf(run),
    columns: textAt(run, 'columnKind') === 'utf16CodeUnits' ? 'utf16' : 'code-points',
    properties: fieldsAt(run, 'properties'),
  };
};

/** Why a run can't be believed as it stands; undefined where its shape is right. */
const malformed = (run: Fields): string | undefined => {
  if (textAt(fieldsAt(fieldsAt(run, 'tool'), 'driver'), 'name') === '') return 'a run does not name its tool';
  // Without the list nobody knows whether the tool looked: the standard has an empty list for "looked, found nothing".
  if (!Array.isArray(run.results)) return 'a run has no list of results';
  return undefined;
};

/**
 * A SARIF 2.1.0 log. `suppressions` are not heeded: code under test must not silence its own examination.
 * Yields the problem in place of a log that is cut short, of another version, without a run, or whose runs say nothing.
 */
export const readSarif = (text: string): SarifLog | { readonly problem: string } => {
  const log = parseObject(text);
  if (log === undefined) return { problem: `it is no JSON: ${JSON.stringify(text.slice(0, 80))}` };
  if (textAt(log, 'version') !== '2.1.0') return { problem: `its version is ${JSON.stringify(log.version) ?? 'not told'}, not "2.1.0"` };
  const runs = listAt(log, 'runs');
  if (!Array.isArray(log.runs) || runs.length === 0) return { problem: 'it has no run' };
  const problem = runs.map(malformed).find((each) => each !== undefined);
  return problem === undefined ? { runs: runs.map(runOf) } : { problem };
};
