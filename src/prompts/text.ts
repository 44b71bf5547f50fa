/** One part of a specification: flowing text, a line of a list with its hanging indent, or lines that stay as they are. */
type Block =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'item'; readonly lead: string; readonly text: string }
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] };

const itemLead = /^( {0,3}(?:[-*•]|\d+[.)]) +)(.*)$/;
/** A tag of a documentation comment stands on a line of its own. */
const tag = /^@\w/;
const verbatimLine = /^(?: {4}|\t|\|)/;

/** Paragraphs as they are separated by blank lines; a fenced block is one paragraph with its fences. Line ends unified, trimmed. */
export const paragraphsOf = (text: string): readonly string[] => {
  const paragraphs: string[][] = [[]];
  let fenced = false;
  for (const line of text.replaceAll(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*```/.test(line)) fenced = !fenced;
    if (!fenced && line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.trimEnd());
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
};

const blocksOf = (paragraph: string): readonly Block[] => {
  const lines = paragraph.split('\n');
  if (/^\s*```/.test(lines[0] ?? '')) {
    // In a comment the fence says nothing; the indentation sets the lines off.
    return [{ kind: 'verbatim', lines: lines.slice(1, /^\s*```/.test(lines.at(-1) ?? '') ? -1 : undefined).map((line) => `    ${line}`) }];
  }
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const item = itemLead.exec(line);
    if (verbatimLine.test(line) && last?.kind !== 'item') blocks.push({ kind: 'verbatim', lines: [line.replaceAll('\t', '    ')] });
    else if (item !== null) blocks.push({ kind: 'item', lead: item[1] ?? '- ', text: item[2] ?? '' });
    else if (tag.test(line)) blocks.push({ kind: 'item', lead: '', text: line });
    else if (last === undefined || last.kind === 'verbatim') blocks.push({ kind: 'prose', text: line.trim() });
    else blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  }
  return blocks;
};

/** Words of a line; what stands between backticks, or in a tag of Javadoc, is one word, so that no name is torn apart. */
const wordsOf = (text: string): readonly string[] => text.match(/(?:`[^`]*`|\{@code [^}]*\}|\S)+/g) ?? [];

/** Lines of at most `width` columns, but for words that are longer. `hanging` indents all lines but the first. */
export const wrap = (text: string, width: number, hanging = ''): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = `${hanging}${word}`;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
};

/** A paragraph as lines of at most `width` columns: text is filled, lists keep their items, examples and tables their lines. */
export const fill = (paragraph: string, width: number): readonly string[] =>
  blocksOf(paragraph).flatMap((block) => {
    if (block.kind === 'verbatim') return block.lines;
    if (block.kind === 'prose') return wrap(block.text, width);
    return wrap(`${block.text}`, width - block.lead.length).map((line, index) =>
      index === 0 ? `${block.lead}${line}` : `${' '.repeat(block.lead.length)}${line}`,
    );
  });

/** A paragraph with each sentence and item on one line, as people write where the window wraps; fenced examples stay as they are. */
export const unwrapped = (paragraph: string): string =>
  /^\s*```/.test(paragraph) ? paragraph : fill(paragraph, Number.POSITIVE_INFINITY).join('\n');

/** Paragraphs as filled lines, with one empty line between them. */
export const fillAll = (paragraphs: readonly string[], width: number): readonly string[] =>
  paragraphs.flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...fill(paragraph, width)]);

/** Paragraphs of which the first is one sentence, where a first sentence fits on a line of its own. */
export const withSummary = (paragraphs: readonly string[], width: number): readonly string[] => {
  const [first = '', ...rest] = paragraphs;
  const [block, ...others] = blocksOf(first);
  if (block?.kind !== 'prose' || others.length > 0) return paragraphs;
  // A short word before the full stop may be an abbreviation.
  const [whole = '', sentence = ''] = /^(.*?(?:[\w)]{3}|`)\.) +(?=[A-Z`])/.exec(block.text) ?? [];
  return sentence === '' || sentence.length > width ? paragraphs : [sentence, block.text.slice(whole.length), ...rest];
};

export const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
