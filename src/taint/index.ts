/** Fathom's own taint analysis: texts to trees, trees to the small language, and the engine with its rules. Knows no pipeline. */
export { type Analysis, type AnalysisMemory, type AnalysisResult, type Checked, createAnalysis, type Gap } from './analysis.ts';
export { loadTaintChecker, type TaintChecker, type TaintOptions, type TaintSession } from './checker.ts';
export { createFrontEnd } from './front-ends/index.ts';
export { ruleGroups } from './rules/index.ts';
export type { Rule, RuleGroup } from './rules/rule.ts';
export type { FrontEnd, SyntaxNode } from './syntax/front-end.ts';
export type { Program, Span } from './syntax/ir.ts';
export { loadTrees, type TextEdit, type TreeHandle, type Trees } from './trees.ts';
