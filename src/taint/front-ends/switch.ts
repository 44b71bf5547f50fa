/** What the `switch` of JavaScript, Java, C, C++ has in common: cases that fall through. */
import type { Block, Expression, Statement } from '../syntax/ir.ts';

type Case = Extract<Statement, { kind: 'switch' }>['cases'][number];

const leaves = (block: Block): boolean => {
  const last = block.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'block') return leaves(last.body);
  if (last.kind === 'if') return last.otherwise !== undefined && leaves(last.then) && leaves(last.otherwise);
  return ['break', 'return', 'throw', 'continue', 'goto'].includes(last.kind);
};

/** Without the `break` that ends a case, which is what a case does anyway. */
const withoutBreak = (block: Block): Block => {
  const last = block.at(-1);
  if (last?.kind === 'break' && last.label === undefined) return block.slice(0, -1);
  if (last?.kind !== 'block' || block.length !== 1) return block;
  const inner = withoutBreak(last.body);
  return inner === last.body ? block : [{ ...last, body: inner }];
};

/** Labels without statements join those that follow; a case that does not leave falls into the next. */
export const mergedCases = (
  cases: readonly { readonly tests: readonly Expression[]; readonly isDefault: boolean; readonly body: Block }[],
): readonly Case[] => {
  const merged: Case[] = [];
  let tests: readonly Expression[] = [];
  let isDefault = false;
  cases.forEach((each, index) => {
    tests = [...tests, ...each.tests];
    isDefault ||= each.isDefault;
    const isLast = index === cases.length - 1;
    if (each.body.length === 0 && !isLast) return;
    const falls = !isLast && !leaves(each.body);
    merged.push({ tests: isDefault ? [] : tests, body: withoutBreak(each.body), ...(falls && { falls: true as const }) });
    tests = [];
    isDefault = false;
  });
  return merged;
};
