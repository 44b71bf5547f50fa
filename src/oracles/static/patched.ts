import type { FileReport, Incomplete } from '../../analyzers/analyzer.ts';
import { type Finding, fileAt, type Language, languageFacts, type SourceFiles, type Task } from '../../core/index.ts';
import { changedPaths, type ShownFile, shownFiles } from '../../extraction/index.ts';

/** `files`: of a patch task, the repository with the change that `code` describes; `repository` is what it was before. */
export type Source = {
  readonly language: Language;
  readonly code: string;
  readonly files?: SourceFiles | undefined;
  readonly repository?: SourceFiles | undefined;
};

export type FileSource = { readonly language: Language; readonly code: string };

/** The files that a task asks to change in a language; undefined for a task that asks for one file. */
export const repositoryOf = (task: Task, language: Language): SourceFiles | undefined =>
  task.languages.find((each) => each.language === language)?.repository?.files;

/** A file that a change touches or makes; `before` where it was there. */
type Change = { readonly path: string; readonly after: string; readonly before: string | undefined };

/** Endings beside the language's own that its programs load files by. */
const moreEndings: Partial<Record<Language, readonly string[]>> = {
  javascript: ['mjs', 'cjs'],
  typescript: ['mts', 'cts'],
  cpp: ['hpp', 'cc', 'h'],
  c: ['h'],
};

const isOf = (path: string, language: Language): boolean =>
  [languageFacts[language].extension, ...(moreEndings[language] ?? [])].some((ending) => path.endsWith(`.${ending}`));

/**
 * What an analyzer is given for one source: its code, or, of a patch task, each changed file of the language as it is and, where it was there,
 * as it was. `changes` is absent for a source that is one file.
 */
export const partsOf = (source: Source): { readonly sources: readonly FileSource[]; readonly changes?: readonly Change[] } => {
  const { language, code, files, repository } = source;
  if (files === undefined || repository === undefined) return { sources: [{ language, code }] };
  const changes = changedPaths(repository, files).flatMap((path): readonly Change[] => {
    const after = fileAt(files, path);
    return after === undefined || !isOf(path, language) ? [] : [{ path, after, before: fileAt(repository, path) }];
  });
  const sources = changes.flatMap(({ after, before }) => [after, ...(before === undefined ? [] : [before])]);
  return { sources: sources.map((each) => ({ language, code: each })), changes };
};

/**
 * One report about a change, from the reports of its files in the order of `partsOf`. One file that the tool did not get through makes it a
 * failure: what the others hold must not pass for the whole. So does a change without a file of the language.
 */
export const combine = (source: Source, changes: readonly Change[], reports: readonly FileReport[]): FileReport => {
  if (changes.length === 0) {
    return { status: 'failed', reason: 'skipped-by-tool', detail: `the change touches no ${languageFacts[source.language].title} file` };
  }
  const shown = shownFiles(source.code);
  const findings: Finding[] = [];
  let incomplete: Incomplete | undefined;
  const rest = reports.values();
  for (const change of changes) {
    const after = rest.next().value;
    const before = change.before === undefined ? undefined : rest.next().value;
    if (after === undefined) return { status: 'failed', reason: 'skipped-by-tool', detail: `${change.path}: no report` };
    if (after.status === 'failed') return { ...after, detail: `${change.path}: ${after.detail}` };
    if (after.incomplete !== undefined)
      incomplete ??= { reason: after.incomplete.reason, detail: `${change.path}: ${after.incomplete.detail}` };
    findings.push(...freshFindings(change, after.findings, before).map((finding) => placed(finding, change.path, shown.get(change.path))));
  }
  return { status: 'analyzed', findings, ...(incomplete === undefined ? {} : { incomplete }) };
};

/** Findings that the untouched file does not have: told by rule and text of the line, each as often as it occurred there. */
const freshFindings = ({ after, before }: Change, findings: readonly Finding[], report: FileReport | undefined): readonly Finding[] => {
  if (before === undefined || report?.status !== 'analyzed') return findings;
  const known = new Map<string, number>();
  for (const key of report.findings.map(keyIn(before))) known.set(key, (known.get(key) ?? 0) + 1);
  const keyOf = keyIn(after);
  return findings.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
};

const keyIn = (code: string): ((finding: Finding) => string) => {
  const lines = code.split(/\r\n|\n|\r/);
  return ({ ruleId, location }) => `${ruleId}\n${location === undefined ? '' : (lines[location.line - 1] ?? '').trim()}`;
};

/** The finding at its place in the diff, one column further because of the diff's mark; at the file's name where the diff does not show it. */
const placed = (finding: Finding, path: string, shown: ShownFile | undefined): Finding => {
  const { location } = finding;
  const head = shown?.head ?? 1;
  if (location === undefined) return { ...finding, location: { line: head, file: { path, line: 1 } } };
  const file = { path, line: location.line };
  const line = shown?.lines.get(location.line);
  if (line === undefined) return { ...finding, location: { line: head, file } };
  const endLine = location.endLine === undefined ? undefined : shown?.lines.get(location.endLine);
  return {
    ...finding,
    location: {
      line,
      ...(location.column === undefined ? {} : { column: location.column + 1 }),
      ...(endLine === undefined ? {} : { endLine }),
      ...(endLine === undefined || location.endColumn === undefined ? {} : { endColumn: location.endColumn + 1 }),
      file,
    },
  };
};
