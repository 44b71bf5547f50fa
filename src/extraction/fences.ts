import { indentOf, type Line } from './lines.ts';

/** A fenced block. Offsets are those of the lines between its marks. */
export type Fence = {
  readonly tag: string | undefined;
  readonly lines: readonly Line[];
  readonly closed: boolean;
  /** Indentation of the opening mark, which is taken off each line. */
  readonly indent: number;
  /** Offset of the line that opens it. */
  readonly openedAt: number;
};

const opening = /^(?<indent>[ \t]*)(?<mark>`{3,}|~{3,})[ \t]*(?<info>[^`]*)$/;
const afterProse = /^(?<indent>)[^`]*:[ \t]*(?<mark>`{3,})(?<info>[\w+#.-]*)[ \t]*$/;
const bracketed = /^(?<indent>[ \t]*)(?:\[(?<square>python|javascript|c|code)\]|<(?<angle>code|python|javascript)>)[ \t]*$/i;
const prosey = new Set(['markdown', 'md', 'text', 'txt', 'plaintext', 'plain', '']);

type Opened = { readonly tag: string; readonly close: string; readonly indent: number };
type OpenBlock = { readonly opened: Opened; readonly order: number; readonly openedAt: number; readonly lines: Line[] };

/** The blocks of a text, nested ones too, in the order in which they open. Linear in the text. */
export const findFences = (lines: readonly Line[], isCode: (line: Line) => boolean = () => false): readonly Fence[] => {
  const found: Fence[] = [];
  const order: number[] = [];
  const stack: OpenBlock[] = [];
  let count = 0;
  const close = (closed: boolean): void => {
    const top = stack.pop();
    if (top === undefined) return;
    found.push(finish(top, closed));
    order.push(top.order);
  };
  for (const line of lines) {
    const top = stack.at(-1);
    if (top !== undefined && closes(line.text, top.opened)) {
      close(true);
      continue;
    }
    const single = top === undefined ? oneLiner(line) : undefined;
    if (single !== undefined) {
      found.push(single);
      order.push(count);
      count += 1;
      continue;
    }
    const started = isCode(line) ? undefined : openingOf(line.text, top?.opened);
    if (started === undefined) {
      // Nested blocks are content of the outer one only where that is a document, and then the inner one is what counts.
      top?.lines.push(line);
      continue;
    }
    if (top !== undefined && !started.nested) close(false);
    stack.push({ opened: started.opened, order: count, openedAt: line.start, lines: [] });
    count += 1;
  }
  while (stack.length > 0) close(false);
  return found
    .map((fence, index) => ({ fence, at: order[index] ?? 0 }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ fence }) => fence);
};

const inline = /^[ \t]*`{3}(?:(?<tag>[A-Za-z+#]+)[ \t])?(?<code>[^`]+)`{3}[ \t]*$/;

/** A whole block on one line. */
const oneLiner = (line: Line): Fence | undefined => {
  const groups = line.text.startsWith('```') ? inline.exec(line.text)?.groups : undefined;
  const code = groups?.code;
  if (code === undefined) return undefined;
  const start = line.start + line.text.lastIndexOf(code);
  const end = start + code.length;
  return {
    tag: groups?.tag?.toLowerCase(),
    lines: [{ text: code, start, end, next: end }],
    closed: true,
    indent: 0,
    openedAt: line.start,
  };
};

const openingOf = (line: string, top: Opened | undefined): { opened: Opened; nested: boolean } | undefined => {
  const match = opening.exec(line) ?? (top === undefined ? (afterProse.exec(line) ?? bracketed.exec(line)) : null);
  const groups = match?.groups;
  if (groups === undefined) return undefined;
  const indent = indentOf(groups.indent ?? '');
  const bracket = groups.square ?? groups.angle;
  if (bracket !== undefined) {
    const close = groups.square === undefined ? `</${bracket}>` : `[/${bracket}]`;
    return {
      opened: { tag: bracket.toLowerCase() === 'code' ? '' : bracket.toLowerCase(), close: close.toLowerCase(), indent },
      nested: false,
    };
  }
  const mark = groups.mark ?? '';
  const info = (groups.info ?? '').trim();
  const tag = (info.split(/[\s{:,]/, 1)[0] ?? '').toLowerCase();
  if (top !== undefined) {
    // Inside a code block, only a mark with a language at the block's own depth means that the block was never closed.
    const nested = prosey.has(top.tag);
    if (
      info === '' ||
      !/^[\w+#.-]+$/.test(info) ||
      (!nested && (indent > top.indent || mark[0] !== top.close[0] || mark.length < top.close.length))
    )
      return undefined;
    return { opened: { tag, close: mark, indent }, nested };
  }
  return { opened: { tag, close: mark, indent }, nested: false };
};

const closes = (line: string, top: Opened): boolean => {
  const mark = line.trim();
  if (top.close.startsWith('`') || top.close.startsWith('~')) {
    const letter = top.close[0] ?? '`';
    return mark.length >= top.close.length && indentOf(line) <= top.indent + 3 && mark.split(letter).join('') === '';
  }
  return mark.toLowerCase() === top.close;
};

/** A block that was never closed may still end at a mark that hangs on its last line of code: `return x```. */
const finish = ({ opened, openedAt, lines }: OpenBlock, closed: boolean): Fence => {
  const base = { tag: opened.tag === '' ? undefined : opened.tag, indent: opened.indent, openedAt };
  if (closed) return { ...base, lines, closed };
  const hanging = lines.findIndex(({ text }) => /[^`]`{3}[ \t]*$/.test(text.slice(-40)) && text.indexOf('`') >= text.trimEnd().length - 3);
  const last = lines[hanging];
  if (last === undefined) return { ...base, lines, closed };
  const length = last.text.trimEnd().length - 3;
  const cut: Line = { text: last.text.slice(0, length), start: last.start, end: last.start + length, next: last.next };
  return { ...base, lines: [...lines.slice(0, hanging), cut], closed: true };
};
