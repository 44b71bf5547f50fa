import type { Range } from './ranges.ts';

type List = { readonly start: number; readonly items: readonly string[] };

/**
 * The lists in a stretch of a text: consecutive lines that begin with "- " at one indent, with the deeper lines that continue them.
 * A list of one item is none.
 */
const listsIn = (text: string, { start, end }: Range): readonly List[] => {
  const lists: { start: number; indent: string; items: string[] }[] = [];
  let open: (typeof lists)[number] | undefined;
  let at = start;
  for (const line of text.slice(start, end).match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const indent = /^([ \t]*)- /.exec(line)?.[1];
    if (indent !== undefined && open?.indent === indent) open.items.push(line);
    else if (indent !== undefined && !continues(line, open?.indent)) {
      open = { start: at, indent, items: [line] };
      lists.push(open);
    } else if (open !== undefined && continues(line, open.indent)) open.items.push(`${open.items.pop() ?? ''}${line}`);
    else open = undefined;
    at += line.length;
  }
  return lists.filter(({ items }) => items.length > 1);
};

const continues = (line: string, indent: string | undefined): boolean => indent !== undefined && line.startsWith(`${indent}  `);

/** How long the lists are that may be permuted. */
export const listLengths = (text: string, stretches: readonly Range[]): readonly number[] =>
  stretches.flatMap((stretch) => listsIn(text, stretch).map(({ items }) => items.length));

/** The `index`-th permutation, of n! (Lehmer code); 0 leaves the order as it is. */
export const permuted = <T>(items: readonly T[], index: number): readonly T[] => {
  const left = [...items];
  const result: T[] = [];
  let code = index;
  for (let n = items.length; n > 0; n -= 1) {
    result.push(...left.splice(code % n, 1));
    code = Math.floor(code / n);
  }
  return result;
};

/** The text with its lists permuted: the n-th list by the n-th of `orders`. Its length, and every stretch, stay what they are. */
export const reordered = (text: string, stretches: readonly Range[], orders: readonly number[]): string => {
  let result = text;
  const lists = stretches.flatMap((stretch) => listsIn(text, stretch));
  for (const [index, { start, items }] of lists.entries()) {
    const whole = items.join('');
    if (!whole.endsWith('\n')) continue;
    result = `${result.slice(0, start)}${permuted(items, orders[index] ?? 0).join('')}${result.slice(start + whole.length)}`;
  }
  return result;
};
