import type { Language } from '../../core/index.ts';
import type { SyntaxEngine } from '../ast-grep/engine.ts';
import { viewsOf } from '../fathom-patterns/views.ts';
import { type JsPattern, toJavaScript } from './flavour.ts';
import { readLiteral } from './literals.ts';

/** A pattern in the source; `pattern` is absent where it is put together at run time. */
export type FoundPattern = { readonly line: number; readonly column: number; readonly pattern?: JsPattern };

/** `dynamic`: whether a value in the pattern's place is a pattern, too; methods of strings take other things there. */
type Caller = { readonly call: RegExp; readonly dynamic: boolean };

/** Where patterns stand. Go's own `regexp` and POSIX `regcomp` without back-references take linear time whatever the pattern. */
const callers: Readonly<Record<Language, readonly Caller[]>> = {
  python: [{ call: /\b(?:re|regex)\.(?:compile|match|search|fullmatch|subn?|split|findall|finditer)\s*\(\s*/g, dynamic: true }],
  javascript: [{ call: /\bRegExp\s*\(\s*/g, dynamic: true }],
  typescript: [{ call: /\bRegExp\s*\(\s*/g, dynamic: true }],
  java: [
    { call: /\bPattern\s*\.\s*(?:compile|matches)\s*\(\s*/g, dynamic: true },
    { call: /\.\s*(?:matches|replaceAll|replaceFirst|split)\s*\(\s*/g, dynamic: false },
  ],
  go: [{ call: /\bregexp2\.(?:MustCompile|Compile)\s*\(\s*/g, dynamic: true }],
  c: [{ call: /\bpcre2?_compile\w*\s*\(\s*(?:\([^()]{1,40}\)\s*)?/g, dynamic: true }],
  cpp: [
    { call: /\bpcre2?_compile\w*\s*\(\s*(?:\([^()]{1,40}\)\s*)?/g, dynamic: true },
    { call: /\b(?:std::|boost::)w?regex(?:\s+\w+)?\s*[({]\s*/g, dynamic: true },
    { call: /(?<!::)\bw?regex(?:\s+\w+)?\s*[({]\s*(?=R?")/g, dynamic: false },
  ],
};

/** Flags that stand behind a pattern, as letters of i, m, s and x. */
const flagsAfter = (language: Language, rest: string): string => {
  const [given = ''] = /^[^\n;]{0,120}/.exec(rest) ?? [];
  if (language === 'javascript' || language === 'typescript') return /^\s*,\s*["'`](\w*)["'`]/.exec(given)?.[1] ?? '';
  const has = (words: RegExp, letter: string): string => (words.test(given) ? letter : '');
  return [
    has(/\b(?:re\.(?:I|IGNORECASE)|CASE_INSENSITIVE|PCRE2?_CASELESS|icase|IgnoreCase)\b/, 'i'),
    has(/\b(?:re\.(?:M|MULTILINE)|MULTILINE|PCRE2?_MULTILINE|Multiline)\b/, 'm'),
    has(/\b(?:re\.(?:S|DOTALL)|DOTALL|PCRE2?_DOTALL|Singleline)\b/, 's'),
    has(/\b(?:re\.(?:X|VERBOSE)|COMMENTS|PCRE2?_EXTENDED|IgnorePatternWhitespace)\b/, 'x'),
  ].join('');
};

/** Whether the pattern must match from the first letter on (`start`), or all of a text (`whole`), by the function that it is given to. */
const anchorOf = (language: Language, call: string, code: string): 'none' | 'start' | 'whole' => {
  if (/fullmatch|regex_match/.test(call) || (language === 'java' && /matches/.test(call))) return 'whole';
  if (language === 'python' && /\.match\b/.test(call)) return 'start';
  if (!/compile/i.test(call)) return 'none';
  const searching =
    language === 'python'
      ? /\.(?:search|subn?|split|findall|finditer)\s*\(/
      : /\.(?:find|replaceAll|replaceFirst|split|results|asPredicate)\s*\(/;
  if ((language !== 'python' && language !== 'java') || searching.test(code)) return 'none';
  if (language === 'java') return /\.matches\s*\(\s*\)|asMatchPredicate/.test(code) ? 'whole' : 'none';
  return /\.match\s*\(/.test(code) ? 'start' : /\.fullmatch\s*\(/.test(code) ? 'whole' : 'none';
};

const anchored = ({ source, flags }: JsPattern, anchor: 'none' | 'start' | 'whole'): JsPattern =>
  anchor === 'none' ? { source, flags } : { source: `^(?:${source})${anchor === 'whole' ? '$' : ''}`, flags: flags.replace('m', '') };

const placeOf = (code: string, offset: number): { readonly line: number; readonly column: number } => {
  const lines = code.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

const fromCalls = (language: Language, code: string, strings: string): readonly FoundPattern[] =>
  callers[language].flatMap(({ call, dynamic }) =>
    Array.from(strings.matchAll(call), (match): readonly FoundPattern[] => {
      const at = match.index + match[0].length;
      // A pattern literal of JavaScript is found as such.
      if (strings[at] === '/') return [];
      const literal = readLiteral(language, strings, at);
      const place = placeOf(code, match.index);
      if (literal === undefined) return dynamic ? [place] : [];
      const pattern = toJavaScript(language, literal.value, flagsAfter(language, strings.slice(literal.end)));
      return [{ ...place, pattern: anchored(pattern, anchorOf(language, match[0], strings)) }];
    }).flat(),
  );

/** Every pattern of a file; undefined where its text is not of the language, as far as can be told. */
export const patternsOf = (engine: SyntaxEngine, language: Language, code: string): readonly FoundPattern[] | undefined => {
  const { strings, unfinished } = viewsOf(language, code);
  if (unfinished) return undefined;
  const called = fromCalls(language, code, strings);
  if (language !== 'javascript' && language !== 'typescript') return called;
  const file = engine.parse(language, code);
  try {
    if (file.broken) return undefined;
    const literals = file.find({ kind: 'regex' }).map(({ line, column, text }): FoundPattern => {
      const end = text.lastIndexOf('/');
      return { line, column, pattern: toJavaScript(language, text.slice(1, end), text.slice(end + 1)) };
    });
    return [...called, ...literals];
  } finally {
    file.free();
  }
};
