/** Text in which a line that ends in a backslash (or its trigraph) is joined to the next, as a C preprocessor sees it. */
export const splicedLines = (code: string): string => code.replace(/(?:\\|\?\?\/)[ \t]*\r?\n/g, '');

/** What a preprocessor takes for white space: blanks and comments. Written so that no text matches in two ways. */
export const blank = String.raw`(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*`;

/** The mark that begins a directive, in all its spellings. */
export const directiveMark = String.raw`(?:#|%:|\?\?=)`;
