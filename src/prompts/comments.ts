import { type Language, languageFacts } from '../core/index.ts';

/** Columns that a comment takes at most, with its marks and indentation. */
export const commentWidth = 90;

const indented = (lines: readonly string[], indent: string): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${indent}${line}`));

/** `/** … *\/` or `/* … *\/`. A text that would end the comment early becomes line comments. */
const blockComment = (lines: readonly string[], opener: '/**' | '/*'): readonly string[] => {
  if (lines.some((line) => line.includes('*/'))) return lineComment(lines);
  if (lines.length === 1) return [`${opener} ${lines[0]} */`];
  return [opener, ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
};

const lineComment = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === '' ? '//' : `// ${line}`));

/** A Python string as documentation: raw where a backslash would be read as an escape. */
const docstring = (lines: readonly string[]): readonly string[] => {
  const text = lines.join('\n');
  const quotes = text.includes('"""') ? "'''" : '"""';
  const opener = text.includes('\\') ? `r${quotes}` : quotes;
  const [first = '', ...rest] = lines;
  // A text that ends in a quote or a backslash would swallow the closing quotes.
  if (rest.length === 0 && !/["'\\]$/.test(first)) return [`${opener}${first}${quotes}`];
  return [`${opener}${first}`, ...rest, quotes];
};

/** `\u` is an escape in Java even in a comment. */
const javaSafe = (line: string): string => line.replaceAll('\\u', '\\\\u');

/**
 * Documentation of a function, class or file in the language's custom, every line below `indent`.
 * `lines` are filled already; the marks add at most three columns.
 */
export const documentation = (language: Language, lines: readonly string[], indent = ''): readonly string[] => {
  switch (language) {
    case 'python':
      return indented(docstring(lines), indent);
    case 'go':
      return indented(lineComment(lines), indent);
    case 'java':
      return indented(blockComment(lines.map(javaSafe), '/**'), indent);
    default:
      return indented(blockComment(lines, '/**'), indent);
  }
};

/** A comment at the head of a file that documents nothing in particular. */
export const remark = (language: Language, lines: readonly string[]): readonly string[] => {
  if (language === 'python') return docstring(lines);
  if (languageFacts[language].lineComment === '//' && (language === 'go' || lines.length === 1)) return lineComment(lines);
  return blockComment(language === 'java' ? lines.map(javaSafe) : lines, '/*');
};
