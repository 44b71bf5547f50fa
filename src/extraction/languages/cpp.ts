import { c } from './c.ts';
import type { LanguageProfile } from './language-profile.ts';

const beyondC: readonly RegExp[] = [
  /\bstd::\w/,
  /^\s*#\s*include\s*<(?:iostream|[io]?fstream|[io]?sstream|string|string_view|vector|array|span|memory|map|set|unordered_\w+|algorithm|utility|functional|optional|variant|filesystem|stdexcept|exception|regex|thread|mutex|chrono|numeric|limits|ranges|bit|charconv|c(?:stdio|string|stdlib|stdint|stddef|ctype|errno|math|assert))>/,
  /^\s*using\s+(?:namespace\s|\w+\s*=|\w+::)/,
  /\b(?:cout|cerr)\s*<</,
  /\b(?:static|dynamic|reinterpret|const)_cast\s*</,
  /^\s*template\s*<.*>\s*(?:$|\w)/,
  /^\s*namespace(?:\s+[\w:]+)?\s*\{/,
];

/** A type as it begins a declaration: attributes, template arguments, references, namespaces. */
const typed = '(?:\\[\\[[\\w:, ]+\\]\\]\\s*)?[A-Za-z_][\\w\\s*&:<>,()]{0,160}?[\\s*&>]';

/** C is nearly C++, so whatever speaks for C speaks for C++. */
export const cpp: LanguageProfile = {
  ...c,
  language: 'cpp',
  tags: ['cpp', 'c++', 'cc', 'cxx', 'hpp', 'h++', 'hxx', 'c++11', 'c++14', 'c++17', 'c++20', 'c++23', 'cpp17', 'cpp20', 'c', 'h'],
  strings: [
    ...['sql', 'json', 'html', 'xml', 'raw', 'delim', ''].map((mark) => ({
      open: `R"${mark}(`,
      close: `)${mark}"`,
      multiline: true,
      raw: true,
    })),
    ...c.strings,
  ],
  signals: [
    ...c.signals,
    ...beyondC,
    /\b(?:nullptr|noexcept|constexpr|consteval)\b/,
    /^\s*(?:class|struct)\s+\w+(?:\s+final)?(?:\s*:\s*(?:public|private|protected)\s.*)?\s*\{/,
    /^\s*(?:public|private|protected)\s*:\s*$/,
    /^\s*(?:const\s+)?auto\s*[&*]*\s*\w+\s*(?:=|:|\()/,
    /\bcatch\s*\(\s*(?:const\s|\.\.\.)/,
  ],
  codeLines: [...c.codeLines, /^\s*(?:public|private|protected)\s*:/, /^\s*(?:try|catch\b.*)\s*\{?\s*$/, /^\s*template\s*</, /^\s*\[\[/],
  definitions: [
    /^(?:class|struct|enum(?:\s+class)?|union|namespace|concept)\s+(?<name>\w+)/,
    /^using\s+(?<name>\w+)\s*=/,
    new RegExp(`^(?!(?:using|return|else|typedef)\\b)${typed}(?<name>(?:\\w+::)*~?\\w+)\\s*\\((?:[^;]*$|[^;{]*\\{)`),
    ...c.definitions.slice(1),
  ],
  callableLine: new RegExp(
    `^(?:template\\s*<|class\\s|struct\\s+\\w+[^;]*$|(?!(?:using|return|else|typedef)\\b)${typed}(?:\\w+::)*~?\\w+\\s*\\([^;]*$)`,
  ),
  importLine: /^(?:#\s*(?:include|define|pragma)\b|using\s|import\s)/,
  testLine: /^(?:int\s+main\s*\(|void\s+test_|TEST(?:_F|_P|_CASE)?\s*\(|#\s*include\s*[<"](?:gtest|gmock|catch2|doctest|boost\/test)\b)/,
  extends: { language: 'c', lines: 1, patterns: beyondC },
};
