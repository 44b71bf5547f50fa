import type { CweId, Finding, Language, NonEmpty, UnknownReason } from '../core/index.ts';

/** A file as an analyzer sees it. `name` is safe as a file name and unique within the batch. */
export type SourceFile = { readonly name: string; readonly language: Language; readonly code: string };

export type Incomplete = { readonly reason: UnknownReason; readonly detail: string };

export type FileReport =
  /** `incomplete`: what was found counts, but that nothing more was found means nothing. */
  | { readonly status: 'analyzed'; readonly findings: readonly Finding[]; readonly incomplete?: Incomplete }
  | { readonly status: 'failed'; readonly reason: UnknownReason; readonly detail: string };

export type Detection =
  | { readonly state: 'ready'; readonly version: string; readonly ruleSet: string }
  | { readonly state: 'absent' | 'broken'; readonly version?: string; readonly problem: string; readonly remedy: string };

/** Two programs with a known truth, which the tool must tell apart before its word counts. They are small and our own. */
export type Control = {
  readonly language: Language;
  /** What the pair is about: `SQL built in a string`. */
  readonly name: string;
  /** The weakness that the bad program has; a finding of a related CWE must be made in it, and none of any CWE in the good one. */
  readonly cwe: CweId;
  readonly bad: string;
  readonly good: string;
};

export interface Analyzer {
  /** The tool's own name, lower case: `ruff`, `bandit`, `clang-analyzer`. */
  readonly id: string;
  readonly summary: string;
  /** Analyzers of one engine family share one vote. */
  readonly family: string;
  readonly languages: NonEmpty<Language>;
  /** At least one for each language, of every kind of rule that is known to die silently. */
  readonly controls: NonEmpty<Control>;
  /**
   * The language whose parser this is: where it answers `unparsable-code`, the sample does not parse in the language itself.
   * Absent where the tool's parser is no authority: it is older, laxer or stricter than the language.
   */
  readonly parserOf?: Language;
  /** A tool that Fathom does not install: `all` means it where it is found here, and its absence alarms only where it is named. */
  readonly broughtByUser?: true;
  /** Why `all` never means it, for people: it uploads the code. It runs only where it is named. */
  readonly onlyWhenNamed?: string;
  /**
   * Why its findings must not reach a model, for people: a licence forbids it. Whoever shows findings to a model (a judge, a method that
   * repairs, data to train on) takes only those of `fitForModels`.
   */
  readonly findingsStayLocal?: string;
  /** Whether it can work here, its version and its rules. Runs the tool. */
  detect(): Promise<Detection>;
  /**
   * One report for each file, in order. A file that the tool did not parse, skipped or crashed on is `failed`, never clean;
   * one bad file is not charged to its neighbours. Throws where the tool as a whole fails.
   */
  analyze(files: readonly SourceFile[], signal?: AbortSignal): Promise<readonly FileReport[]>;
}

/** The findings that a model may see: without those of the analyzers that keep theirs local. An oracle that is not an analyzer has no such bar. */
export const fitForModels = (findings: readonly Finding[], analyzers: readonly Analyzer[]): readonly Finding[] => {
  const local = new Set(analyzers.flatMap(({ id, findingsStayLocal }) => (findingsStayLocal === undefined ? [] : [`static:${id}`])));
  return findings.filter(({ oracle }) => !local.has(oracle));
};
