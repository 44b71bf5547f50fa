import { indentOf, isBlank, type Line } from '../lines.ts';
import { beginsPatch } from './parse-patch.ts';

/** A fenced block of an answer. */
export type AnswerBlock = {
  /** What stands behind the opening mark: `python app/main.py`. */
  readonly info: string;
  /** The last line of words above it, where nothing but empty lines lies between. */
  readonly above: string | undefined;
  readonly lines: readonly Line[];
  readonly holdsPatch: boolean;
  readonly closed: boolean;
};

const opening = /^(?<indent>[ \t]*)(?<mark>`{3,}|~{3,})[ \t]*(?<info>[^`]*)$/;

type Open = { readonly mark: string; readonly indent: number; readonly nests: boolean };

const isPatchTag = (info: string): boolean => /^(?:diff|patch|udiff)\b/i.test(info);

/** Whether a line closes a block. Of a patch only an unindented mark does: ` ``` ` is a line of context. */
const closes = (line: string, { mark, indent }: Open, inPatch: boolean): boolean => {
  const bare = line.trim();
  const columns = indentOf(line);
  return bare.length >= mark.length && bare.split(mark[0] ?? '`').join('') === '' && (inPatch ? columns === indent : columns <= indent + 3);
};

/** The fenced blocks of an answer, in order. A Markdown document may hold blocks of its own, which stay its content. */
export const answerBlocks = (lines: readonly Line[]): readonly AnswerBlock[] => {
  const blocks: AnswerBlock[] = [];
  let index = 0;
  let above: string | undefined;
  while (index < lines.length) {
    const text = lines[index]?.text ?? '';
    const groups = opening.exec(text)?.groups;
    if (groups === undefined) {
      if (!isBlank(text)) above = text;
      index += 1;
      continue;
    }
    const info = (groups.info ?? '').trim();
    const nests = /^(?:markdown|md)\b/i.test(info) || /\.md\b/i.test(`${info} ${above ?? ''}`);
    const open = { mark: groups.mark ?? '', indent: indentOf(groups.indent ?? ''), nests };
    const holdsPatch = isPatchTag(info) || startsPatch(lines, index + 1);
    const end = endOf(lines, index + 1, open, holdsPatch);
    const inner = lines.slice(index + 1, end).map((line) => dedented(line, open.indent));
    blocks.push({ info, above, lines: inner, holdsPatch, closed: end < lines.length });
    above = undefined;
    index = end + 1;
  }
  return blocks;
};

const startsPatch = (lines: readonly Line[], from: number): boolean => {
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (!isBlank(text)) return beginsPatch(text.trimStart(), lines[index + 1]?.text.trimStart());
  }
  return false;
};

const endOf = (lines: readonly Line[], from: number, open: Open, inPatch: boolean): number => {
  let depth = 0;
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (closes(text, open, inPatch)) {
      if (depth === 0) return index;
      depth -= 1;
    } else if (open.nests && !inPatch && (opening.exec(text)?.groups?.info ?? '') !== '') {
      depth += 1;
    }
  }
  return lines.length;
};

const dedented = (line: Line, columns: number): Line => {
  let taken = 0;
  while (taken < columns && /[ \t]/.test(line.text[taken] ?? '')) taken += 1;
  return taken === 0 ? line : { ...line, text: line.text.slice(taken) };
};
