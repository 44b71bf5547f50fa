import type { Finding, Language } from '../../src/core/index.ts';
import type { Analysis, AnalysisResult } from '../../src/taint/analysis.ts';
import { createFrontEnd } from '../../src/taint/front-ends/index.ts';
import { loadTrees, type Trees } from '../../src/taint/trees.ts';

export type Checker = (language: Language, code: string) => AnalysisResult;

/** Texts in, findings out. */
export const checkerOf = (analysis: Analysis, trees: Trees): Checker => {
  return (language, code) => {
    const tree = trees.parse(language, code);
    try {
      return analysis.check(createFrontEnd(language).lower(tree.root, code));
    } finally {
      tree.delete();
    }
  };
};

export const allLanguages: readonly Language[] = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];

export const loadChecker = async (analysis: Analysis): Promise<Checker> => checkerOf(analysis, await loadTrees(allLanguages));

export const rulesOf = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
