import { type Finding, parseCwe, type Severity } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { shellControls } from './controls/own-tool-controls.ts';
import { analyzed, byteColumns, type Failure, failed, failureOfEnd } from './file-report.ts';
import { type Fields, fieldsAt, isFields, listAt, numberAt, parseObject, textAt } from './json-fields.ts';
import { failure, type OwnTool, type OwnToolOptions, ownTool } from './own/own-tool.ts';
import { gosecRules } from './rules/gosec-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

const remedy = 'Install it: `go install github.com/securego/gosec/v2/cmd/gosec@latest`. It needs `go` on PATH.';
const severities: Readonly<Record<string, Severity>> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' };

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const findingOf = (issue: Fields, { file, name }: LaidFile): Finding => {
  const own = parseCwe(textAt(fieldsAt(issue, 'cwe'), 'id') || textAt(fieldsAt(issue, 'cwe'), 'ID'));
  const ruleId = textAt(issue, 'rule_id');
  // A range of lines is written `12-14`; columns count bytes.
  const [first = '', last] = textAt(issue, 'line').split('-');
  const line = Number(first);
  const column = Number(textAt(issue, 'column') || numberAt(issue, 'column'));
  const rating = ratingOf(gosecRules, ruleId, {
    cwe: own === undefined ? [] : [own],
    severity: severities[textAt(issue, 'severity')] ?? 'unrated',
  });
  return {
    oracle: 'static:gosec',
    ruleId,
    message: textAt(issue, 'details').replaceAll(name, 'the file'),
    ...rating,
    ...(line >= 1
      ? {
          location: {
            line,
            ...(column >= 1 ? { column: byteColumns(file.code)(line, column) } : {}),
            ...(last === undefined ? {} : { endLine: Number(last) }),
          },
        }
      : {}),
  };
};

/** Of each file, the first error that Go's own loader told. A package that does not load is not analyzed, and its files look clean. */
const errorsOf = (report: Fields): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(fieldsAt(report, 'Golang errors')).map(([path, errors]) => {
      const first: unknown = Array.isArray(errors) ? errors[0] : errors;
      return [baseName(path), isFields(first) ? `line ${String(first.line ?? '?')}: ${textAt(first, 'error')}` : 'an error'];
    }),
  );

/**
 * Reads gosec's JSON; its SARIF does not have the errors. It names no clean file: the evidence is that it counted as many files as it was given,
 * and told no error of any. Where the count differs, nobody knows whose file is missing, and the batch fails.
 */
export const readGosec = (text: string, laid: readonly LaidFile[]): Attempt<FileReport, Failure> => {
  const report = parseObject(text);
  const files = numberAt(fieldsAt(report ?? {}, 'Stats'), 'files');
  if (
    report === undefined ||
    files === undefined ||
    !isFields(report['Golang errors']) ||
    !(Array.isArray(report.Issues) || report.Issues === null)
  )
    return failure('unparsable-output', `gosec's output is not its JSON report: ${JSON.stringify(text.slice(0, 100))}`);
  const errors = errorsOf(report);
  const homeless = [...errors].find(([name]) => !laid.some((each) => each.name === name));
  if (homeless !== undefined && laid.length > 1) return failure('unparsable-code', `gosec: ${homeless[1]}`);
  const sound = laid.filter(({ name }) => !errors.has(name)).length;
  if (homeless === undefined && files < sound)
    return failure('skipped-by-tool', `gosec counted ${files} files of ${laid.length}; a build constraint may leave one out`);
  const answers = laid.map((file): FileReport => {
    const error = errors.get(file.name) ?? homeless?.[1];
    if (error !== undefined) return failed('unparsable-code', `gosec: ${error}`.replaceAll(file.name, 'the file').slice(0, 300));
    return analyzed(
      listAt(report, 'Issues')
        .filter((issue) => baseName(textAt(issue, 'file')) === file.name)
        .map((issue) => findingOf(issue, file)),
    );
  });
  return { ok: true, answers };
};

const detect = async (run: RunProcess, command: string): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['-version'], pattern: /Version:\s*v?(\S+)/i, remedy });
  if (asked.state !== 'told') return asked;
  return { state: 'ready', version: asked.version, ruleSet: `all rules; nosec ignored; table ${digestOf(gosecRules)}` };
};

/** gosec (Apache-2.0) for Go: each file is a package of its own, loaded by Go's tools without cgo and without the network. */
export const gosec = (run: RunProcess, options: OwnToolOptions = {}): Analyzer => {
  const { command = 'gosec' } = options;
  const examine: OwnTool['examine'] = async ({ laid, project, start }) => {
    const report = `${project.scratch}/report.json`;
    const env = {
      CGO_ENABLED: '0',
      GOFLAGS: '-mod=mod',
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
      GOCACHE: `${project.scratch}/cache`,
      GOPATH: `${project.scratch}/path`,
    };
    const result = await start(['-fmt=json', `-out=${report}`, '-nosec', '-no-fail', './...'], { env });
    if (result.ended !== 'exited') return { ok: false, failure: failureOfEnd('gosec', result) };
    const text = await project.output('report.json');

    if (result.exitCode !== 0 || text === undefined) return { ok: false, failure: failureOfEnd('gosec', result) };
    return readGosec(text, laid);
  };
  return ownTool({
    id: 'gosec',
    summary: 'gosec for Go',
    family: 'gosec',
    compiles: true,
    run,
    command,
    languages: ['go'],
    controls: shellControls(['go']),
    options,
    batch: { size: 100, parallel: 1, budget: { baseMs: 120_000, perFileMs: 2_000 } },
    detect: () => detect(run, command),
    examine,
  });
};
