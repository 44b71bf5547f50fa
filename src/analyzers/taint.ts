import { type Language, messageOf, type NonEmpty } from '../core/index.ts';
import { type AnalysisResult, loadTaintChecker, ruleGroups, type TaintChecker } from '../taint/index.ts';
import type { Analyzer, Detection, FileReport, SourceFile } from './analyzer.ts';
import { taintControls } from './controls/taint-controls.ts';
import { analyzed, failed } from './file-report.ts';
import { digestOfRules } from './rules/rule-table.ts';

const spoken: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];

/** Of the engine's answers; a change of what it finds in the same text with the same rules raises it. */
const engineVersion = '1';

const places = ({ gaps }: AnalysisResult): string =>
  gaps
    .slice(0, 3)
    .map(({ span, why }) => `line ${span.line}: ${why}`)
    .join('; ');

/**
 * What was found is found. A place that could not be followed may hide more: then silence about the rest is no answer.
 * A call into a library that no rule speaks of is no such place: what goes in comes out of it.
 */
const reportOf = (result: AnalysisResult): FileReport => {
  const { findings, gaps } = result;
  if (gaps.length === 0) return analyzed(findings);
  const reason = gaps.some(({ kind }) => kind === 'syntax') ? 'unparsable-code' : 'skipped-by-tool';
  const detail = `${gaps.length} places could not be followed: ${places(result)}.`;
  return findings.length === 0 ? failed(reason, detail) : { status: 'analyzed', findings, incomplete: { reason, detail } };
};

const checked = (checker: TaintChecker, { language, code }: SourceFile): FileReport => {
  try {
    return reportOf(checker.check(language, code));
  } catch (thrown) {
    return failed('tool-crashed', `The taint analysis failed: ${messageOf(thrown)}`);
  }
};

/** Long batches let others work in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Fathom's own taint analysis, in this process: flows from what comes in to what does harm, with checks on the way taken for what they are. */
export const fathomTaint = (): Analyzer => {
  let loading: Promise<TaintChecker> | undefined;
  const load = (): Promise<TaintChecker> => {
    loading ??= loadTaintChecker(spoken);
    return loading;
  };
  return {
    id: 'fathom-taint',
    summary: "Fathom's own taint analysis for all languages: sources, sinks, sanitizers and guards",
    family: 'fathom-taint',
    languages: spoken,
    controls: taintControls,
    detect: async (): Promise<Detection> => {
      try {
        await load();
        const rules = ruleGroups.reduce((sum, group) => sum + group.rules.length, 0);
        return { state: 'ready', version: engineVersion, ruleSet: `${rules} rules; ${digestOfRules(ruleGroups)}` };
      } catch (thrown) {
        return { state: 'broken', problem: messageOf(thrown), remedy: "Install Fathom's packages anew." };
      }
    },
    analyze: async (files, signal) => {
      const checker = await load();
      const reports: FileReport[] = [];
      for (const file of files) {
        signal?.throwIfAborted();
        reports.push(checked(checker, file));
        if (reports.length % 20 === 0) await breathe();
      }
      return reports;
    },
  };
};
