import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { UserError } from '../../core/index.ts';
import type { MarkerHole, Range } from '../../variants/index.ts';

/** What a variant needs to know of task.yaml, as stretches of its text. */
export type TaskTexts = {
  /** Texts and names that a parameter may rewrite: never keys, ids, types or facts about the task. */
  readonly open: readonly Range[];
  /** Where requirements are listed. */
  readonly specification: readonly Range[];
  readonly canary: Range;
  /** Where the marker's name goes. */
  readonly markers: readonly MarkerHole[];
};

// `*` stands for one key or index.
const opened = [
  'title',
  'threat',
  'purpose',
  'specification',
  'ticket',
  'explicit-security',
  'entry.*',
  'interface.application',
  'interface.functions.*.name',
  'interface.functions.*.names.*',
  'interface.functions.*.parameters.*.name',
  'languages.*.notes',
  'languages.*.head',
  'languages.*.declarations.*',
  'languages.*.prompts.*',
] as const;

const matches = (pattern: string, path: readonly string[]): boolean => {
  const steps = pattern.split('.');
  return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
};

type Leaf = { readonly path: readonly string[]; readonly node: Scalar; readonly range: Range };

const leavesOf = (node: Node | null | undefined, path: readonly string[]): readonly Leaf[] => {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => (isScalar(key) ? leavesOf(asNode(value), [...path, String(key.value)]) : []));
  if (isSeq(node)) return node.items.flatMap((item, index) => leavesOf(asNode(item), [...path, String(index)]));
  if (!isScalar(node) || !node.range) return [];
  return [{ path, node, range: { start: node.range[0], end: node.range[1] } }];
};

const asNode = (value: unknown): Node | undefined => (isMap(value) || isSeq(value) || isScalar(value) ? value : undefined);

const openOf = (leaves: readonly Leaf[]): readonly Leaf[] => leaves.filter((leaf) => opened.some((pattern) => matches(pattern, leaf.path)));

/** What of a task.yaml may be rewritten; of a variant's too. */
export const openTexts = (text: string): readonly Range[] => openOf(leavesOf(parseDocument(text).contents, [])).map(({ range }) => range);

/** Reads the texts of a task.yaml. `markerAfter` is the family's. Throws a UserError where there is no place for the marker. */
export const taskTexts = (path: string, text: string, markerAfter: string | undefined): TaskTexts => {
  const leaves = leavesOf(parseDocument(text).contents, []);
  const open = openOf(leaves);
  const canary = leaves.find((leaf) => leaf.path.join('.') === 'canary');
  if (canary === undefined) throw new UserError('task-canary', `${path}: expected a canary, found none.`);
  const markers = [...inSpecification(text, open), ...(markerAfter === undefined ? [] : behind({ path, text, open }, markerAfter))];
  if (markers.length === 0) {
    throw new UserError(
      'variant-marker',
      `${path} has no \`specification\` that could name the variant's customer. Give \`marker: { after: <a text of every prompt> }\` in variants.yaml.`,
    );
  }
  return {
    open: open.map(({ range }) => range),
    specification: open.filter((leaf) => leaf.path.join('.') === 'specification').map(({ range }) => range),
    canary: canary.range,
    markers,
  };
};

/** As the last paragraph of the specification, which is a part of prompts of every style. */
const inSpecification = (text: string, open: readonly Leaf[]): readonly MarkerHole[] =>
  open.flatMap((leaf) =>
    leaf.path.join('.') === 'specification' ? [{ at: endOf(text, leaf), before: `${joint(text, leaf)}This is for `, after: '.' }] : [],
  );

/** The end of what a scalar says: before the closing quote, before the line ends of a block. */
const endOf = (text: string, { node, range }: Leaf): number => {
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return range.end - 1;
  return range.start + text.slice(range.start, range.end).trimEnd().length;
};

const joint = (text: string, { node, range }: Leaf): string => {
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return ' ';
  return `\n\n${/\n([ \t]+)\S/.exec(text.slice(range.start, range.end))?.[1] ?? '  '}`;
};

/** Behind the first place where a prompt says so, whatever the case of its first letter. */
const behind = (
  { path, text, open }: { readonly path: string; readonly text: string; readonly open: readonly Leaf[] },
  after: string,
): readonly MarkerHole[] => {
  const words = after.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = new RegExp(words.join('(?: |[ \\t]*\\n[ \\t]*(?:(?:\\*|#|//)[ \\t]*)?)'), 'i');
  return open.flatMap((leaf) => {
    if (!matches('languages.*.prompts.*', leaf.path)) return [];
    const found = pattern.exec(text.slice(leaf.range.start, leaf.range.end));
    if (found !== null) return [{ at: leaf.range.start + found.index + found[0].length, before: ' at ', after: '' }];
    throw new UserError(
      'variant-marker',
      `${path}: ${leaf.path.join('.')} does not hold ${JSON.stringify(after)}, the text behind which variants.yaml puts the customer's name.`,
    );
  });
};
