import { type Finding, type Language, languages, messageOf, type NonEmpty } from '../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from './analyzer.ts';
import { type SyntaxEngine, syntaxEngine } from './ast-grep/engine.ts';
import { syntaxRules } from './ast-grep/rules/index.ts';
import type { SyntaxRule } from './ast-grep/syntax-rule.ts';
import { controlsFrom } from './controls/own-rule-controls.ts';
import { analyzed, failed } from './file-report.ts';
import { digestOfRules } from './rules/rule-table.ts';

/** `rules`: default Fathom's own. */
export type AstGrepOptions = { readonly rules?: readonly SyntaxRule[] };

const findingsOf = (rule: SyntaxRule, file: ReturnType<SyntaxEngine['parse']>): readonly Finding[] => {
  const seen = new Set<string>();
  return file.find(rule.match, rule.where).flatMap(({ line, column, endLine, endColumn }) => {
    const place = `${line}:${column}`;
    if (seen.has(place)) return [];
    seen.add(place);
    const { id: ruleId, cwe, severity, message } = rule;
    return [{ oracle: 'static:ast-grep', ruleId, message, cwe, severity, location: { line, column, endLine, endColumn } }];
  });
};

const reportOf = (engine: SyntaxEngine, rules: readonly SyntaxRule[], { language, code }: SourceFile): FileReport => {
  try {
    const file = engine.parse(language, code);
    try {
      // A grammar goes on after an error, but what it makes of the rest is a guess.
      if (file.broken) return failed('unparsable-code', `some of the file is not ${language} to tree-sitter's grammar`);
      const own = rules.filter((rule) => rule.languages.includes(language) && rule.words.test(code));
      return analyzed(own.flatMap((rule) => findingsOf(rule, file)));
    } finally {
      file.free();
    }
  } catch (thrown) {
    return failed('tool-crashed', `ast-grep: ${messageOf(thrown).slice(0, 300)}`);
  }
};

const all: NonEmpty<Language> = languages;

/** Of each language one control, for the whole way from the grammar to the rule. */
const controlled = ['py-unpickle', 'js-eval', 'java-xml-entities', 'go-tls-unverified', 'c-shell'] as const;

/**
 * Fathom's own rules on syntax trees, with ast-grep as the engine, in this process. One file cannot be interrupted; its cost is
 * about linear in its length. It shares a family with `fathom-patterns`: both hold what the same authors made of the same descriptions.
 */
export const astGrep = ({ rules = syntaxRules }: AstGrepOptions = {}): Analyzer => {
  return {
    id: 'ast-grep',
    summary: "Fathom's own rules on syntax trees, by ast-grep, for all seven languages, in process",
    family: 'fathom-rules',
    languages: all,
    controls: controlsFrom(syntaxRules, controlled),
    detect: async () => {
      if (rules.length === 0) return { state: 'broken', problem: 'ast-grep has no rule to look for.', remedy: 'Reinstall Fathom.' };
      try {
        const { version } = await syntaxEngine();
        return { state: 'ready', version, ruleSet: `${rules.length} rules of Fathom; ${digestOfRules(rules)}` };
      } catch (thrown) {
        return { state: 'absent', problem: `ast-grep or its grammars do not load: ${messageOf(thrown)}`, remedy: 'Run `npm ci`.' };
      }
    },
    analyze: async (files, signal) => {
      const loaded = await syntaxEngine();
      return files.map((file) => {
        signal?.throwIfAborted();
        return reportOf(loaded, rules, file);
      });
    },
  };
};
