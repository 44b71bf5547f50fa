/** What the front ends of all languages share: finding the rule for a node, places, and what to do with what has no rule. */
import type { Language } from '../../core/index.ts';
import type { FrontEnd, SyntaxNode } from '../syntax/front-end.ts';
import type { Block, Expression, Other, Span, Statement, Target } from '../syntax/ir.ts';
import { LineTable } from './lines.ts';

export type ExpressionRule = (node: SyntaxNode, to: Lowering) => Expression;
/** A node may be several statements, as `int a = 1, b = 2;` is, or none. */
export type StatementRule = (node: SyntaxNode, to: Lowering) => Block;
export type TargetRule = (node: SyntaxNode, to: Lowering) => Target;

/** How a language is lowered: a rule for each type of node, by the place where it stands. */
export type Rules = {
  readonly expressions: Readonly<Record<string, ExpressionRule>>;
  readonly statements: Readonly<Record<string, StatementRule>>;
  readonly targets: Readonly<Record<string, TargetRule>>;
  /** Of the whole text; its statements in turn where there is no rule. */
  readonly program?: StatementRule;
  /** Types of nodes that are read by the rules of the nodes around them. */
  readonly parts: readonly string[];
  /** Types that carry neither data nor control: comments, types, modifiers. */
  readonly dropped: readonly string[];
};

type RuleMaps = {
  readonly language: Language;
  readonly expressions: ReadonlyMap<string, ExpressionRule>;
  readonly statements: ReadonlyMap<string, StatementRule>;
  readonly targets: ReadonlyMap<string, TargetRule>;
  readonly dropped: ReadonlySet<string>;
  /** What each statement's node was lowered to. A node that two trees share keeps its statements. */
  readonly memory: WeakMap<SyntaxNode, Block>;
};

/** A type without white space, but for one space between words. */
export const compactType = (text: string): string =>
  text
    .trim()
    .replaceAll(/(?<!\w)\s+|\s+(?!\w)/g, '')
    .replaceAll(/\s+/g, ' ');

/** One text on its way from syntax tree to program. */
export class Lowering {
  readonly source: string;
  readonly #rules: RuleMaps;
  readonly #lines: LineTable;
  /** Errors that some rule has lowered. */
  readonly #seen = new Set<SyntaxNode>();

  constructor(rules: RuleMaps, source: string) {
    this.source = source;
    this.#rules = rules;
    this.#lines = new LineTable(source);
  }

  get language(): Language {
    return this.#rules.language;
  }

  span(node: SyntaxNode): Span {
    return this.#lines.span(node.startIndex, node.endIndex);
  }

  /** From the start of one node to the end of another. */
  between(first: SyntaxNode, last: SyntaxNode): Span {
    return this.#lines.span(first.startIndex, Math.max(first.startIndex, last.endIndex));
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.startIndex, node.endIndex);
  }

  /** As written, without white space, but for one space between words: `unsigned long`. Absent for an absent node. */
  typeText(node: SyntaxNode | null): string | undefined {
    return node === null ? undefined : compactType(this.text(node));
  }

  /** The named children that carry something: no comments, no types. */
  parts(node: SyntaxNode): readonly SyntaxNode[] {
    return node.children.filter((child) => child.isNamed && !this.#rules.dropped.has(child.type));
  }

  isDropped(node: SyntaxNode): boolean {
    return this.#rules.dropped.has(node.type);
  }

  expression(node: SyntaxNode): Expression {
    if (node.isMissing) return this.other(node, 'MISSING', []);
    if (this.#isMadeUp(node)) return this.other(node, 'missing', []);
    const rule = this.#rules.expressions.get(node.type);
    return rule === undefined ? this.other(node) : rule(node, this);
  }

  /** Beyond the end of a text that was cut short the parser was given something to go on. */
  #isMadeUp(node: SyntaxNode): boolean {
    return node.startIndex === this.source.length && node.children.length === 0;
  }

  /** The child that fills a field; an `other` of type `missing` where there is none. */
  field(node: SyntaxNode, field: string): Expression {
    const child = node.childForFieldName(field);
    return child === null ? this.missing(node) : this.expression(child);
  }

  optionalField(node: SyntaxNode, field: string): Expression | undefined {
    const child = node.childForFieldName(field);
    return child === null ? undefined : this.expression(child);
  }

  /** The child at this place among those that carry something. */
  part(node: SyntaxNode, index: number): Expression {
    const child = this.parts(node)[index];
    return child === undefined ? this.missing(node) : this.expression(child);
  }

  /** Something that the syntax demands and a broken text does not have. */
  missing(parent: SyntaxNode): Other {
    return { kind: 'other', span: this.#lines.span(parent.endIndex, parent.endIndex), syntax: 'missing', children: [] };
  }

  other(node: SyntaxNode, syntax = node.type, children: readonly Expression[] = this.#salvage(node).children): Other {
    if (node.isError) this.#seen.add(node);
    return { kind: 'other', span: this.span(node), syntax, children };
  }

  target(node: SyntaxNode): Target {
    const rule = node.isMissing || this.#isMadeUp(node) ? undefined : this.#rules.targets.get(node.type);
    return rule === undefined ? this.other(node) : rule(node, this);
  }

  targetField(node: SyntaxNode, field: string): Target {
    const child = node.childForFieldName(field);
    return child === null ? this.missing(node) : this.target(child);
  }

  /** The statements that one node is. The same objects for the same node. */
  statements(node: SyntaxNode): Block {
    return this.remember(node, () => this.#lowerStatement(node));
  }

  /** What `lower` makes of a node, or made of it before. */
  remember(node: SyntaxNode, lower: () => Block): Block {
    const known = this.#rules.memory.get(node);
    if (known !== undefined) return known;
    const lowered = lower();
    const lost = node.hasError ? this.#lost(node) : [];
    const block = lost.length === 0 ? lowered : [...lowered, ...lost];
    this.#rules.memory.set(node, block);
    return block;
  }

  /** The errors below a statement that its rule did not come across. Those within other statements are theirs. */
  #lost(node: SyntaxNode): Block {
    return node.children.flatMap((child): Block => {
      if (!child.hasError || this.#rules.memory.has(child) || this.#seen.has(child)) return [];
      return child.isError ? this.statements(child) : this.#lost(child);
    });
  }

  #lowerStatement(node: SyntaxNode): Block {
    const rule = node.isMissing ? undefined : this.#rules.statements.get(node.type);
    if (rule !== undefined) return node.startIndex === this.source.length ? [] : rule(node, this);
    if (this.#rules.dropped.has(node.type)) return [];
    if (this.#rules.expressions.has(node.type)) return [{ kind: 'expression', span: this.span(node), value: this.expression(node) }];
    if (node.isError) this.#seen.add(node);
    const { children, body } = this.#salvage(node);
    // A stray bracket is told of by `Program.errors`, and is nothing that could run.
    if (node.isError && children.length === 0 && body.length === 0) return [];
    return [{ kind: 'other-statement', span: this.span(node), syntax: node.isMissing ? 'MISSING' : node.type, children, body }];
  }

  /** The statements in a node that holds some: a block, a file, the body of a class. */
  block(node: SyntaxNode | null): Block {
    const statements: Statement[] = [];
    if (node !== null)
      for (const child of node.children) if (child.isNamed) for (const each of this.statements(child)) statements.push(each);
    return statements;
  }

  /** The block in a field, with what the parser could not fit in and left beside it. */
  fieldBlock(node: SyntaxNode, field: string): Block {
    const block = this.block(node.childForFieldName(field));
    if (!node.hasError) return block;
    const strays = node.children.filter((child) => child.isError && !this.#seen.has(child));
    return [...block, ...strays.flatMap((child) => this.statements(child))];
  }

  /** A body that may be a block or a single statement, by the type of the node. */
  body(node: SyntaxNode | null, blockType: string): Block {
    if (node === null) return [];
    return node.type === blockType ? this.block(node) : this.statements(node);
  }

  /** What can still be lowered of a node that has no rule: its statements and expressions, at whatever depth they begin. */
  #salvage(node: SyntaxNode): { readonly children: readonly Expression[]; readonly body: Block } {
    const children: Expression[] = [];
    const body: Statement[] = [];
    const visit = (parent: SyntaxNode): void => {
      for (const child of parent.children) {
        if (!child.isNamed || this.#rules.dropped.has(child.type)) continue;
        if (this.#rules.expressions.has(child.type)) children.push(this.expression(child));
        else if (this.#rules.statements.has(child.type)) body.push(...this.statements(child));
        else visit(child);
      }
    };
    visit(node);
    return { children, body };
  }

  errors(root: SyntaxNode): readonly Span[] {
    const errors: Span[] = [];
    const visit = (node: SyntaxNode): void => {
      if (!node.hasError) return;
      if (node.isError || node.isMissing) errors.push(this.span(node));
      for (const child of node.children) visit(child);
    };
    visit(root);
    return errors;
  }
}

/** A front end keeps what it lowered as long as the nodes live: use one for a session, not one for each text. */
export const createRuleFrontEnd = (language: Language, rules: Rules): FrontEnd => {
  const maps: RuleMaps = {
    language,
    expressions: new Map(Object.entries(rules.expressions)),
    statements: new Map(Object.entries(rules.statements)),
    targets: new Map(Object.entries(rules.targets)),
    dropped: new Set(rules.dropped),
    memory: new WeakMap(),
  };
  return {
    languages: [language],
    lower: (root, source) => {
      const lowering = new Lowering(maps, source);
      const body = rules.program === undefined ? lowering.block(root) : rules.program(root, lowering);
      return { language, body, errors: lowering.errors(root) };
    },
  };
};
