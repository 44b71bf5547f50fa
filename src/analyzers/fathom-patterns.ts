import { type Finding, type Language, languages, messageOf, type NonEmpty } from '../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from './analyzer.ts';
import { controlsFrom } from './controls/own-rule-controls.ts';
import type { PatternRule } from './fathom-patterns/pattern-rule.ts';
import { patternRules } from './fathom-patterns/rules/index.ts';
import { viewsOf } from './fathom-patterns/views.ts';
import { analyzed, failed } from './file-report.ts';
import { digestOfRules } from './rules/rule-table.ts';

/** `rules`: default Fathom's own. */
export type FathomPatternsOptions = { readonly rules?: readonly PatternRule[] };

/** Turns an offset into a 1-based line and column. */
const placesIn = (code: string): ((offset: number) => { readonly line: number; readonly column: number }) => {
  const starts = [0, ...Array.from(code.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
};

/** Every place where a rule matches its view of a file. */
export const matchesOf = (
  { pattern, view }: PatternRule,
  views: ReturnType<typeof viewsOf>,
): readonly { readonly from: number; readonly to: number }[] =>
  Array.from(views[view].matchAll(new RegExp(pattern, `${pattern.flags}g`)), ({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
  }));

const reportOf = (rules: readonly PatternRule[], { language, code }: SourceFile): FileReport => {
  try {
    const views = viewsOf(language, code);
    if (views.unfinished) return failed('unparsable-code', 'a comment or a string never ends');
    const placeOf = placesIn(code);
    const findings = rules
      .filter((rule) => rule.languages.includes(language))
      .flatMap((rule) =>
        matchesOf(rule, views).map(({ from, to }): Finding => {
          const { id: ruleId, cwe, severity, message } = rule;
          const end = placeOf(to);
          return {
            oracle: 'static:fathom-patterns',
            ruleId,
            message,
            cwe,
            severity,
            location: { ...placeOf(from), endLine: end.line, endColumn: end.column },
          };
        }),
      );
    return analyzed(findings);
  } catch (thrown) {
    return failed('tool-crashed', `fathom-patterns: ${messageOf(thrown).slice(0, 300)}`);
  }
};

const all: NonEmpty<Language> = languages;

/** Of each language a credential, which needs strings, and of most something that needs code. */
const controlled = ['credential-in-address', 'sql-joined', 'sql-printed', 'array-unpickled'] as const;

/** Fathom's own rules on text without comments, in this process. It shares a family with `ast-grep`: see there. */
export const fathomPatterns = ({ rules = patternRules }: FathomPatternsOptions = {}): Analyzer => ({
  id: 'fathom-patterns',
  summary: "Fathom's own rules on text, for all seven languages, in process",
  family: 'fathom-rules',
  languages: all,
  controls: controlsFrom(patternRules, controlled),
  detect: async () =>
    rules.length === 0
      ? { state: 'broken', problem: 'fathom-patterns has no rule to look for.', remedy: 'Reinstall Fathom.' }
      : { state: 'ready', version: '1', ruleSet: `${rules.length} rules of Fathom; ${digestOfRules(rules)}` },
  analyze: async (files, signal) =>
    files.map((file) => {
      signal?.throwIfAborted();
      return reportOf(rules, file);
    }),
});
