import { type Finding, parseCwe, type Severity, type UnknownReason } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import { cppcheckControls } from './controls/c-controls.ts';
import { analyzed, byteColumns, failed, failureOfEnd } from './file-report.ts';
import { refusingOutsideIncludes } from './refuse-outside-includes.ts';
import { cppcheckRules } from './rules/cppcheck-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { ProcessResult, RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';
import { type Attributes, tagsOf } from './xml-tags.ts';

export type CppcheckOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

type Message = { readonly attributes: Attributes; readonly locations: readonly Attributes[] };

const remedy = 'Install it: `apt-get install cppcheck`.';
const severities: Readonly<Record<string, Severity>> = {
  error: 'high',
  warning: 'medium',
  portability: 'low',
  style: 'low',
  performance: 'low',
};

/** Messages that are no findings: the file was left before its end. */
const giveUps: Readonly<Record<string, UnknownReason>> = {
  syntaxError: 'unparsable-code',
  unknownMacro: 'unparsable-code',
  preprocessorErrorDirective: 'unparsable-code',
  internalAstError: 'unparsable-code',
  unhandledChar: 'unparsable-code',
  noValidConfiguration: 'unparsable-code',
  internalError: 'tool-crashed',
  cppcheckError: 'tool-crashed',
  outOfMemory: 'tool-crashed',
};

/** Messages of a whole XML report, version 2. Undefined where the report is cut short or is something else. */
const messagesOf = (xml: string): readonly Message[] | undefined => {
  if (!/<results version="2">/.test(xml) || !/<\/results>\s*$/.test(xml)) return undefined;
  const messages: { attributes: Attributes; locations: Attributes[] }[] = [];
  for (const { name, attributes } of tagsOf(xml)) {
    if (name === 'error') messages.push({ attributes, locations: [] });
    if (name === 'location') messages.at(-1)?.locations.push(attributes);
  }
  return messages;
};

/** The file that a message is about; without a file, it is about the whole run. */
const subjectOf = ({ attributes, locations }: Message): string => attributes.file0 || (locations.at(-1)?.file ?? '');

const findingOf = ({ attributes, locations }: Message, laid: LaidFile): Finding => {
  const place = locations.find(({ file }) => file === laid.name);
  const own = attributes.cwe === undefined ? undefined : parseCwe(attributes.cwe);
  const ruleId = attributes.id ?? 'unnamed';
  const line = Number(place?.line ?? 0);
  const column = Number(place?.column ?? 0);
  return {
    oracle: 'static:cppcheck',
    ruleId,
    message: attributes.msg ?? '',
    ...ratingOf(cppcheckRules, ruleId, {
      cwe: own === undefined ? [] : [own],
      severity: severities[attributes.severity ?? ''] ?? 'unrated',
    }),
    ...(line < 1 ? {} : { location: { line, ...(column < 1 ? {} : { column: byteColumns(laid.file.code)(line, column) }) } }),
  };
};

const reportOf = (laid: LaidFile, messages: readonly Message[], checked: ReadonlySet<string>): FileReport => {
  const own = messages.filter((message) => subjectOf(message) === laid.name);
  for (const { attributes, locations } of own) {
    const reason = giveUps[attributes.id ?? ''];
    if (reason !== undefined)
      return failed(reason, `line ${locations[0]?.line ?? '?'}: ${attributes.msg ?? attributes.id}`.replaceAll(laid.name, 'the file'));
  }
  if (!checked.has(laid.name)) return failed('skipped-by-tool', 'cppcheck did not say that it checked the file');
  return analyzed(own.filter(({ attributes }) => attributes.severity !== 'information').map((message) => findingOf(message, laid)));
};

const detectionOf = (result: ProcessResult, command: string): Detection => {
  if (result.ended === 'not-started') {
    return { state: result.missing ? 'absent' : 'broken', problem: `\`${command}\` ${result.detail}.`, remedy };
  }
  const version = /^Cppcheck (\d\S*)/m.exec(result.stdout)?.[1];
  if (result.ended !== 'exited' || version === undefined) {
    return { state: 'broken', problem: `\`${command} --version\` did not name a version.`, remedy };
  }
  return {
    state: 'ready',
    version,
    ruleSet: `errors, warning, portability; one configuration; inline suppressions ignored; table ${digestOf(cppcheckRules)}`,
  };
};

/** cppcheck, many files in one process, one preprocessor configuration each: `--force` can run without end. */
export const cppcheck = (run: RunProcess, options: CppcheckOptions = {}): Analyzer => {
  const { command = 'cppcheck', budget = { baseMs: 10_000, perFileMs: 300 }, parallel = 2 } = options;
  const attempt =
    (signal?: AbortSignal): BatchAttempt =>
    async (laid, folder) => {
      const flags = ['--xml', '--xml-version=2', '--max-configs=1', '--enable=warning,portability', '-j1'];
      const result = await run({
        command,
        args: [...flags, ...laid.map(({ name }) => name)],
        cwd: folder,
        timeLimitMs: timeLimit(budget, laid.length),
        outputLimitBytes: 16_000_000,
        ...(signal === undefined ? {} : { signal }),
      });
      if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('cppcheck', result) };
      const messages = messagesOf(result.stderr);
      if (messages === undefined) {
        return {
          ok: false,
          failure: { reason: 'unparsable-output', detail: `cppcheck's report is not whole XML: ${result.stderr.slice(0, 100)}` },
        };
      }
      const checked = new Set(Array.from(result.stdout.matchAll(/^Checking (\S+) \.\.\.$/gm), ([, name]) => name ?? ''));
      return { ok: true, answers: laid.map((file) => reportOf(file, messages, checked)) };
    };
  return {
    id: 'cppcheck',
    summary: 'cppcheck for C and C++, a process for each batch',
    family: 'cppcheck',
    languages: ['c', 'cpp'],
    controls: cppcheckControls,
    detect: async () => detectionOf(await run({ command, args: ['--version'], timeLimitMs: 20_000, outputLimitBytes: 100_000 }), command),
    analyze: refusingOutsideIncludes((files, signal) => inBatches(files, { size: 100, parallel }, attempt(signal))),
  };
};
