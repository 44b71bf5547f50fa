/**
 * What makes a text whole that was cut short, as far as a few words can: besides what closes its brackets an operand for an
 * operator, a body for an `if`, an `else` for a choice. What is made up stands beyond the text and is never lowered.
 */
import type { Language } from '../../core/index.ts';
import { closingOf, type OpenBracket, type TextEnd } from './text-end.ts';

/** Stands for whatever would have followed. */
const operand = '_';

const wordBefore = (source: string, at: number): string => /([A-Za-z_]\w*)\s*$/.exec(source.slice(Math.max(0, at - 40), at))?.[1] ?? '';

/** The last words of a text, strings emptied: questions about operators must not be answered by what stands in them. */
const tailOf = (source: string, from: number, end: number): string =>
  source.slice(Math.max(from, end - 600), end).replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');

const operatorWords: Readonly<Record<string, RegExp>> = {
  python: /(?:^|[^\w.])(?:and|or|not|in|is|if|await|import|from|del|assert|elif|while|with|for|async for)$/,
  javascript: /(?:^|[^\w.])(?:new|in|of|instanceof|typeof|await|case|extends|const|let|var)$/,
  other: /(?:^|[^\w.])(?:new|instanceof|case|range|throw|delete)$/,
};

/** An operand where the text ends with an operator. */
const missingOperand = (tail: string, language: Language): string => {
  const isScript = language === 'javascript' || language === 'typescript';
  const words = operatorWords[language] ?? operatorWords[isScript ? 'javascript' : 'other'];
  if (words?.test(tail)) return ` ${operand}`;
  if (/(?:\+\+|--|\*\/|[^.]\.\.\.|\b(?:import|export) \*)$/.test(tail)) return '';
  if (language === 'cpp' && /(?:^|[^\w:?])(?!public|private|protected|default)\w+:$/.test(tail) && !/\?[^;]*$|\bcase\b[^;]*$/.test(tail))
    return `:${operand}`;
  if (tail.endsWith('${')) return operand;
  if (language === 'java' && /\bnew\s+[\w.]+$/.test(tail)) return '()';
  if (language === 'java' && tail.endsWith('[]')) return ` ${operand}`;
  if (/[\w)\]]\.$/.test(tail)) return /\d\.$/.test(tail) ? '' : operand;
  if (tail.endsWith(',') && (language === 'c' || language === 'cpp' || language === 'java')) return ` ${operand}`;
  return /[=+\-*/%<&|^~!]$|->$|=>$|::$|[=<>\s]>$/.test(tail) ? ` ${operand}` : '';
};

/** What is within closed brackets is one word. */
const withoutBrackets = (text: string): string => {
  let plain = text;
  for (let depth = 0; depth < 4; depth += 1) plain = plain.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, '_');
  return plain;
};

/** `a ? b` lacks its other half. */
const missingChoice = (whole: string): string => {
  const tail = withoutBrackets(whole);
  const segment = tail.slice(Math.max(...['(', '[', '{', ';', '}', ','].map((mark) => tail.lastIndexOf(mark))) + 1);
  const question = segment.search(/\?(?![.?:])(?!.*\?(?![.?:]))/s);
  if (/(?:^|\s)case\b[^:>]*$/.test(segment)) return ':';
  if (question === -1 || segment.charAt(question - 1) === '?') return '';
  if (segment.slice(question).includes(':')) return /:\s*$/.test(segment) ? ` ${operand}` : '';
  return /\?\s*$/.test(segment) ? ` ${operand} : ${operand}` : ` : ${operand}`;
};

/** Within the brackets of `for`: what is missing of its three parts. */
const missingFor = (source: string, { at }: OpenBracket, end: number): string => {
  const head = tailOf(source, at + 1, end);
  if (/\b(?:of|in)\b|[^:]:[^:]/.test(`${head} `)) return '';
  return ';'.repeat(Math.max(0, 2 - (head.split(';').length - 1)));
};

/** Whether a brace opens statements, and not data. */
const isBlock = (source: string, open: readonly OpenBracket[], index: number): boolean => {
  const bracket = open[index];
  if (bracket?.mark !== '{') return false;
  const before = source.slice(Math.max(0, bracket.at - 200), bracket.at).trimEnd();
  if (before.endsWith('{')) return isBlock(source, open, index - 1);
  return !/[=,([:\]]$|\breturn$/.test(before) || /=>$/.test(before);
};

const headEnds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    if: ' ;',
    while: ' ;',
    for: ' ;',
    switch: ' {}',
    catch: ' {}',
    try: ' {}',
    synchronized: ' {}',
  }),
);

/** What closes one bracket, and what has to follow it. */
const closed = (source: string, language: Language, bracket: OpenBracket): string => {
  const close = closingOf(bracket.mark);
  if (language === 'go' || bracket.mark === '`') return close;
  const word = wordBefore(source, bracket.at);
  if (bracket.mark === '(') return close + (headEnds.get(word) ?? '');
  if (bracket.mark !== '{' || language === 'c') return close + (word === 'do' ? ' while (0);' : '');
  if (word === 'try') return close + (language === 'cpp' ? ' catch (...) {}' : ' finally {}');
  return close + (word === 'do' ? ' while (0);' : '');
};

const bodies: ReadonlyMap<string, string> = new Map(Object.entries({ else: ' ;', do: ' {} while (0);', try: ' {}', finally: ' {}' }));

/** Go's heads have no brackets: `if a`, `for i := 0; i < n`, `func f(a string) error`. */
const goHead = (source: string, end: TextEnd): string => {
  const line = source.slice(source.lastIndexOf('\n', end.codeEnd - 1) + 1, end.codeEnd);
  return end.unfinished === '' && /^\s*(?:\}\s*else\s*)?(?:if|for|switch|select|func|else)\b[^{]*$/.test(line) ? ' {}' : '';
};

/** Of languages with braces. */
const bracedEnd = (source: string, language: Language, end: TextEnd): string => {
  const code = end.unfinishedAt < source.length ? source.length : end.codeEnd;
  const innermost = end.open.at(-1);
  const tail = end.unfinished === '' ? tailOf(source, 0, code) : `${tailOf(source, 0, end.unfinishedAt)}""`;
  const isComment = end.unfinished === '\n' || end.unfinished === '*/';
  const choice = (part: string): string => (language === 'go' ? '' : missingChoice(part));
  // A character literal without one is none.
  const isEmptyCharacter = end.unfinished === "'" && end.unfinishedAt === source.length - 1;
  let text = (isEmptyCharacter ? operand : '') + end.unfinished;
  if (!isComment) {
    const missing = missingOperand(tail, language);
    const isHead = /\b(?:switch|try|catch|synchronized) ?_$/.test(withoutBrackets(tail));
    text += missing + choice(tail + missing) + (isHead ? ' {}' : (bodies.get(wordBefore(tail, tail.length)) ?? ''));
  }
  if (innermost?.mark === '(' && wordBefore(source, innermost.at) === 'for') text += missingFor(source, innermost, code);
  const needsEnd = language === 'c' || language === 'cpp' || language === 'java';
  // What ends the statement or the head before the brace around it closes.
  let ending = language === 'go' ? goHead(source, end) : needsEnd && !/[;{}:]$/.test(tail + text) ? ';' : '';
  for (let index = end.open.length - 1; index >= 0; index -= 1) {
    const bracket = end.open[index];
    if (bracket === undefined) break;
    if (ending !== '' && isBlock(source, end.open, index)) {
      if (ending !== ';' || !/(?:;|\{\})$/.test(text)) text += ending;
      ending = '';
    }
    text += closed(source, language, bracket);
    if (bracket.mark === '(' || bracket.mark === '[') text += choice(tailOf(source, 0, bracket.at));
  }
  return language === 'go' ? text + ending : text;
};

/** The braces of an f-string that the text ends inside of, and what is open within them. */
const formatClosers = (source: string, end: TextEnd): string => {
  const prefix = /([A-Za-z]*)$/.exec(source.slice(Math.max(0, end.unfinishedAt - 2), end.unfinishedAt))?.[1] ?? '';
  if (!/[fF]/.test(prefix)) return '';
  const open: string[] = [];
  const content = source.slice(end.unfinishedAt).replaceAll(/\{\{|\}\}/g, '  ');
  let quote = '';
  for (const character of content.slice(/^("""|'''|["'])/.exec(content)?.[0].length ?? 0)) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (open.length > 0 && (character === '"' || character === "'")) quote = character;
    else if (character === '{' || (open.length > 0 && (character === '(' || character === '['))) open.push(character);
    else if (open.length > 0 && character === closingOf(open.at(-1) ?? '')) open.pop();
  }
  const isEmpty = /[{.(]\s*$/.test(content) && quote === '' && open.length > 0;
  return quote + (isEmpty ? operand : '') + open.toReversed().map(closingOf).join('');
};

const pythonHead = /^[ \t]*(?:async[ \t]+)?(if|elif|while|for|with|def|class|else|try|except|finally|match|case)\b(?![ \t]*=)/;

/** `: pass` for a head without its colon. */
const pythonBody = (line: string): string => {
  const word = pythonHead.exec(line)?.[1];
  if (word === undefined || /:\s*(?:\S.*)?$/.test(line.replaceAll(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|lambda[^:]*:/g, ''))) return '';
  const rest = line.replace(pythonHead, '').trim();
  if (word === 'for' && !/\bin\b/.test(rest)) return ` in ${operand}: pass`;
  if (word === 'def' && !rest.includes('(')) return `${rest === '' ? ` ${operand}` : ''}(): pass`;
  if (word === 'class' && rest === '') return ` ${operand}: pass`;
  return ': pass';
};

/** Of a choice or a comprehension within the innermost brackets, or of a lambda. */
const pythonClause = (segment: string, isHead: boolean): string => {
  if (/\blambda\b[^:]*$/.test(segment)) return `: ${operand}`;
  if (/\bfor\b(?!.*\bin\b)/s.test(segment) && !isHead) return ` in ${operand}`;
  return /\bif\b(?!.*\belse\b)/s.test(segment) && !isHead && !/\bfor\b/.test(segment) ? ` else ${operand}` : '';
};

const pythonEnd = (source: string, end: TextEnd): string => {
  if (end.unfinished === '\n')
    return (
      end.unfinished +
      end.open
        .toReversed()
        .map(({ mark }) => closingOf(mark))
        .join('')
    );
  const code = end.unfinished === '' ? end.codeEnd : end.unfinishedAt;
  // White space after the line ends it, where no bracket is open.
  const isOver = end.open.length === 0 && end.unfinished === '' && source.slice(end.codeEnd).includes('\n');
  if (isOver) return '';
  const innermost = end.open.at(-1);
  const lineStart = source.lastIndexOf('\n', (end.open[0]?.at ?? code) - 1) + 1;
  const ended = end.unfinished === '' ? '' : '""';
  const line = tailOf(source, lineStart, code) + ended;
  const isHead = pythonHead.test(line);
  const segment = innermost === undefined ? line : tailOf(source, innermost.at + 1, code) + ended;
  const quote = end.unfinished === '' ? '' : formatClosers(source, end) + end.unfinished;
  const missing = missingOperand(segment, 'python');
  let text = quote + missing + pythonClause(segment + missing, isHead && innermost === undefined);
  text += end.open
    .toReversed()
    .map(({ mark }) => closingOf(mark))
    .join('');
  return isHead ? text + pythonBody(line + text) : text;
};

/** What to put after a text so that a parser sees what it is inside of. Empty for a text that is whole. */
export const completionOf = (source: string, language: Language, end: TextEnd): string => {
  if (language === 'python') return pythonEnd(source, end);
  const isOpen = end.open.length > 0 || end.unfinished !== '' || language === 'go';
  return isOpen ? bracedEnd(source, language, end) : missingOperand(tailOf(source, 0, end.codeEnd), language);
};
