import type { CweId, Finding, PathStep } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { type Fields, isFields, listAt, numberAt, parseJson, textAt } from './json-fields.ts';
import { namedWithDigest } from './own/digest-path.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import { missedProbe, probesOf } from './own/probes.ts';
import { pysaKinds } from './rules/pysa-rules.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type PysaOptions = OwnToolOptions & {
  /** Folders with `taint.config` and `*.pysa`: those of pyre-check, or the user's own. */
  readonly models?: readonly string[] | undefined;
  /** Folders with stubs of third-party packages, for pyre's search path. */
  readonly stubs?: readonly string[] | undefined;
  /** What the rules of the user's own `taint.config` are about, by code; beside Fathom's reading of their names. */
  readonly codes?: Readonly<Record<string, CweId>> | undefined;
};

const remedy = 'Install it (`pipx install pyre-check`) and name its models under own-tools: `pysa: { models: [FOLDER] }`.';
const controls = shellControls(['python']);

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const cwesOf = (issue: Fields, codes: Readonly<Record<string, CweId>>): readonly CweId[] => {
  const told = codes[String(numberAt(issue, 'code') ?? textAt(issue, 'code'))];
  if (told !== undefined) return [told];
  const text = `${textAt(issue, 'name')} ${textAt(issue, 'description')}`;
  return pysaKinds.find(([words]) => words.test(text))?.[1] ?? [];
};

/** Places of a trace's first root, in the file: `{ origin: { filename?, line, start } }`. A place without a name is the issue's own file. */
const stepsOf = (issue: Fields, name: string): readonly PathStep[] =>
  listAt(issue, 'traces').flatMap((trace) =>
    listAt(trace, 'roots')
      .slice(0, 1)
      .flatMap((root): readonly PathStep[] => {
        const call = isFields(root.call) ? root.call : undefined;
        const origin = isFields(root.origin) ? root.origin : call === undefined ? undefined : call.position;
        if (!isFields(origin) || !['', name].includes(baseName(textAt(origin, 'filename')))) return [];
        const line = numberAt(origin, 'line') ?? 0;
        const column = numberAt(origin, 'start');
        return line < 1
          ? []
          : [
              {
                location: { line, ...(column === undefined ? {} : { column: column + 1 }) },
                note: textAt(trace, 'name') === 'forward' ? 'source' : 'sink',
              },
            ];
      }),
  );

const findingOf = (issue: Fields, options: PysaOptions, traces: readonly PathStep[]): Finding => {
  const line = numberAt(issue, 'line') ?? 0;
  const column = numberAt(issue, 'column');
  return {
    oracle: 'static:pysa',
    ruleId: String(numberAt(issue, 'code') ?? textAt(issue, 'code')),
    message: `${textAt(issue, 'name')}: ${textAt(issue, 'description')}`.slice(0, 1_000),
    cwe: cwesOf(issue, options.codes ?? {}),
    severity: 'unrated',
    ...(line < 1 ? {} : { location: { line, ...(column === undefined || column < 0 ? {} : { column: column + 1 }) } }),
    ...(traces.length === 0 ? {} : { path: traces }),
  };
};

/** Issues of taint-output.json, one JSON object a line, with their traces. Other lines describe callables. */
const tracedIssues = (ndjson: string): readonly Fields[] =>
  ndjson.split('\n').flatMap((line) => {
    if (!line.includes('"issue"')) return [];
    const value = parseJson(line);
    return isFields(value) && value.kind === 'issue' && isFields(value.data) ? [value.data] : [];
  });

export type PysaOutput = { readonly errors: string | undefined; readonly taint: string | undefined; readonly said: string };

/**
 * Reads what `--save-results-to` left: errors.json has the issues, taint-output.json their traces. Neither lists a file without issues, so the batch
 * counts only where the planted weakness was found; a file that pyre could not parse is named on standard error, under exit code 0.
 */
export const readPysa = (
  output: PysaOutput,
  laid: readonly LaidFile[],
  options: PysaOptions,
  probes: Readonly<Record<string, string>>,
): Attempt<FileReport, Failure> => {
  const list = output.errors === undefined ? undefined : parseJson(output.errors);
  if (!Array.isArray(list) || output.taint === undefined)
    return failure('unparsable-output', 'pysa left no errors.json with a list, or no taint-output.json');
  const issues: readonly Fields[] = list.filter(isFields);
  const missed = missedProbe(
    'pysa',
    probes,
    issues.map((issue) => textAt(issue, 'path')),
  );
  if (missed !== undefined) return failure('skipped-by-tool', missed);
  const traced = tracedIssues(output.taint);
  const answers = laid.map(({ name }): FileReport => {
    const complaint = output.said
      .split('\n')
      .find((line) => line.includes(name) && /pars|syntax|not (?:process|analyz)|fail|error/i.test(line));
    if (complaint !== undefined)
      return failed('unparsable-code', `pysa: ${complaint.slice(complaint.indexOf(name)).replaceAll(name, 'the file').slice(0, 300)}`);
    const own = issues.filter((issue) => baseName(textAt(issue, 'path')) === name);
    return analyzed(
      own.map((issue) => {
        const match = traced.find(
          (each) => baseName(textAt(each, 'filename')) === name && each.code === issue.code && each.line === issue.line,
        );
        return findingOf(issue, options, match === undefined ? [] : stepsOf(match, name));
      }),
    );
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string, models: readonly string[]): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['--version'], pattern: /(\d+\.\d+\.\d+\S*)/, remedy });
  if (asked.state !== 'told') return asked;
  if (models.length === 0)
    return { state: 'absent', version: asked.version, problem: `pyre ${asked.version} is here, and no models are named.`, remedy };
  return { state: 'ready', version: asked.version, ruleSet: (await Promise.all(models.map(namedWithDigest))).join(', ') };
};

/** Pysa (MIT), the taint analysis of pyre, with models that the user names. */
export const pysa = (run: RunProcess, options: PysaOptions = {}): Analyzer => {
  const { command = 'pyre', models = [], stubs = [] } = options;
  const configuration = JSON.stringify({
    source_directories: ['.'],
    taint_models_path: models,
    search_path: stubs,
    site_package_search_strategy: 'none',
  });
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const results = `${project.scratch}/results`;
    const result = await start(['--noninteractive', 'analyze', '--no-verify', `--save-results-to=${results}`]);
    if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('pyre analyze', result) };
    const [errors, taint] = await Promise.all([project.output('results/errors.json'), project.output('results/taint-output.json')]);
    return readPysa({ errors, taint, said: `${result.stderr}\n${result.stdout}` }, laid, options, probesOf(controls, laid));
  };
  return ownTool({
    id: 'pysa',
    summary: 'Pysa for Python, with models that you name',
    family: 'pysa',
    run,
    command,
    languages: ['python'],
    controls,
    options,
    batch: { size: 100, parallel: 1, budget: { baseMs: 600_000, perFileMs: 2_000 } },
    layout: (laid) => ({ extras: { ...probesOf(controls, laid), '.pyre_configuration': configuration } }),
    detect: () => detect(run, command, models),
    examine,
  });
};
