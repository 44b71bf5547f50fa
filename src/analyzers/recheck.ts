import { createRequire } from 'node:module';
import { type Finding, type Language, languages, messageOf, type NonEmpty } from '../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from './analyzer.ts';
import { type SyntaxEngine, syntaxEngine } from './ast-grep/engine.ts';
import { recheckControls } from './controls/regex-controls.ts';
import { analyzed, failed } from './file-report.ts';
import { type CheckerLimits, type PatternChecker, type PatternVerdict, patternChecker } from './regexes/checker.ts';
import { type FoundPattern, patternsOf } from './regexes/extract.ts';

export type RecheckOptions = { readonly limits?: CheckerLimits };

type Judged = { readonly found: FoundPattern; readonly verdict: PatternVerdict };

const judge = async (found: FoundPattern, checker: PatternChecker, signal?: AbortSignal): Promise<Judged> => ({
  found,
  verdict:
    found.pattern === undefined
      ? { status: 'unknown', why: 'unreadable', detail: 'the pattern is put together at run time' }
      : await checker.check(found.pattern, signal),
});

const findingsOf = ({ found, verdict }: Judged): readonly Finding[] => {
  if (verdict.status !== 'vulnerable') return [];
  const { line, column } = found;
  const attack = verdict.attack.length > 160 ? `${verdict.attack.slice(0, 160)}…` : verdict.attack;
  return [
    {
      oracle: 'static:recheck',
      ruleId: verdict.exponential ? 'exponential' : 'polynomial',
      message: `This pattern takes ${verdict.summary} time, for example on ${attack}`,
      cwe: ['CWE-1333'],
      severity: verdict.exponential ? 'high' : 'medium',
      location: { line, column },
    },
  ];
};

const reasons = { timeout: 'timeout', unreadable: 'skipped-by-tool', crash: 'tool-crashed' } as const;

/** A file is convicted by one pattern, and acquitted only by all. */
const reportOf = (judged: readonly Judged[]): FileReport => {
  const findings = judged.flatMap(findingsOf);
  if (findings.length > 0) return analyzed(findings);
  for (const { found, verdict } of judged) {
    if (verdict.status === 'unknown') return failed(reasons[verdict.why], `line ${found.line}: ${verdict.detail}`.slice(0, 300));
  }
  return analyzed([]);
};

const examine = async (engine: SyntaxEngine, checker: PatternChecker, file: SourceFile, signal?: AbortSignal): Promise<FileReport> => {
  let patterns: readonly FoundPattern[] | undefined;
  try {
    patterns = patternsOf(engine, file.language, file.code);
  } catch (thrown) {
    return failed('tool-crashed', `reading the patterns: ${messageOf(thrown).slice(0, 300)}`);
  }
  if (patterns === undefined) return failed('unparsable-code', `some of the file is not ${file.language}, or never ends`);
  return reportOf(await Promise.all(patterns.map((found) => judge(found, checker, signal))));
};

const all: NonEmpty<Language> = languages;

const versionOf = (): string => {
  const manifest: unknown = createRequire(import.meta.url)('recheck/package.json');
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown version';
};

/**
 * recheck on every pattern that stands in a file, in a thread of this process. Whether anybody but the author decides what
 * the pattern is matched against is not looked at.
 */
export const recheck = ({ limits = { patternMs: 5_000, threadMs: 30_000 } }: RecheckOptions = {}): Analyzer => {
  // They remember what they were asked: the same patterns stand in many samples.
  const checkers = [patternChecker(limits), patternChecker(limits)];
  return {
    id: 'recheck',
    summary: 'recheck on the regular expressions of all seven languages, in process',
    family: 'recheck',
    languages: all,
    controls: recheckControls,
    detect: async () => {
      try {
        await syntaxEngine();
        return { state: 'ready', version: versionOf(), ruleSet: `CWE-1333; at most ${limits.patternMs} ms for a pattern; extraction 1` };
      } catch (thrown) {
        return { state: 'absent', problem: `recheck or the grammars do not load: ${messageOf(thrown)}`, remedy: 'Run `npm ci`.' };
      }
    },
    analyze: async (files, signal) => {
      signal?.throwIfAborted();
      const engine = await syntaxEngine();
      return Promise.all(
        files.map((file, index) => {
          const checker = checkers[index % checkers.length];
          if (checker === undefined) throw new Error('no thread');
          return examine(engine, checker, file, signal);
        }),
      );
    },
  };
};
