import type { Language } from '../core/index.ts';
import { type Analysis, type AnalysisMemory, type AnalysisResult, createAnalysis } from './analysis.ts';
import { createFrontEnd } from './front-ends/index.ts';
import { ruleGroups } from './rules/index.ts';
import type { RuleGroup } from './rules/rule.ts';
import type { Program } from './syntax/ir.ts';
import { loadTrees, type TextEdit, type TreeHandle, type Trees } from './trees.ts';

/** One text that changes: a file that is being written. */
export type TaintSession = {
  /** Checks the text as it is now. Only what changed since the last call, and what rests on it, is looked at anew. */
  update(code: string): AnalysisResult;
  /** Frees the parser's memory. */
  close(): void;
};

export type TaintChecker = {
  /** Checks one text. */
  check(language: Language, code: string): AnalysisResult;
  open(language: Language): TaintSession;
};

export type TaintOptions = {
  /** Default: all that Fathom has. */
  readonly rules?: readonly RuleGroup[];
  /** In findings. Default `static:fathom-taint`. */
  readonly oracle?: string;
};

/** What of the text changed, as one replacement: between the longest common beginning and the longest common end. */
const editBetween = (before: string, after: string): TextEdit => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
};

type Version = { readonly code: string; readonly tree: TreeHandle; readonly program: Program; readonly memory: AnalysisMemory };

const openSession = (analysis: Analysis, trees: Trees, language: Language): TaintSession => {
  const frontEnd = createFrontEnd(language);
  let last: Version | undefined;
  return {
    update: (code) => {
      const edit = last === undefined ? undefined : editBetween(last.code, code);
      const before = last !== undefined && edit !== undefined ? { version: last, edit } : undefined;
      const tree = trees.parse(language, code, before && { tree: before.version.tree, edit: before.edit });
      const program = frontEnd.lower(tree.root, code, before && { program: before.version.program, unchanged: before.edit.start });
      const { memory, ...result } = analysis.follow(program, last?.memory);
      last?.tree.delete();
      last = { code, tree, program, memory };
      return result;
    },
    close: () => {
      last?.tree.delete();
      last = undefined;
    },
  };
};

/** Loads the grammars of these languages. Throws `taint-grammar` where one is missing. */
export const loadTaintChecker = async (languages: readonly Language[], options: TaintOptions = {}): Promise<TaintChecker> => {
  const analysis = createAnalysis(options.rules ?? ruleGroups, options.oracle);
  const trees = await loadTrees(languages);
  return {
    check: (language, code) => {
      const tree = trees.parse(language, code);
      try {
        return analysis.check(createFrontEnd(language).lower(tree.root, code));
      } finally {
        tree.delete();
      }
    },
    open: (language) => openSession(analysis, trees, language),
  };
};
