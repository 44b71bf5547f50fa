import hljs from 'highlight.js/lib/core';
import c from 'highlight.js/lib/languages/c';
import javascript from 'highlight.js/lib/languages/javascript';
import python from 'highlight.js/lib/languages/python';
import { plainLines, type Token, tokenLines } from './tokens.ts';

hljs.registerLanguage('c', c);
hljs.registerLanguage('javascript', javascript);
hljs.registerLanguage('python', python);

/** Longer code is shown without colours: highlighting it would hold up the page. */
const longestHighlighted = 100_000;

export const highlightedLines = (code: string, language: string): readonly (readonly Token[])[] => {
  const text = code.replaceAll('\r\n', '\n');
  if (text.length > longestHighlighted || hljs.getLanguage(language) === undefined) {
    return plainLines(text);
  }
  return tokenLines(hljs.highlight(text, { language, ignoreIllegals: true }).value);
};
