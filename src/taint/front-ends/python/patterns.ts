/** Where values go, and the patterns of `match`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, Statement, Target } from '../../syntax/ir.ts';
import { asTarget, branching, literal, nameAt } from '../build.ts';
import type { ExpressionRule, Lowering, TargetRule } from '../lowering.ts';

type Element = Extract<Target, { kind: 'destructure' }>['elements'][number];

const rests = new Set(['list_splat_pattern', 'list_splat', 'splat_pattern']);

const sequence: TargetRule = (node, to) => ({
  kind: 'destructure',
  span: to.span(node),
  elements: to.parts(node).map((child): Element => {
    if (!rests.has(child.type)) return { target: to.target(child) };
    const inner = to.parts(child)[0];
    return { target: inner === undefined ? to.missing(child) : to.target(inner), rest: true };
  }),
});

const expressionAsTarget: TargetRule = (node, to) => asTarget(to.expression(node));

const single: TargetRule = (node, to) => {
  const inner = to.parts(node)[0];
  return inner === undefined ? to.missing(node) : to.target(inner);
};

export const targetRules: Readonly<Record<string, TargetRule>> = {
  identifier: nameAt,
  attribute: expressionAsTarget,
  subscript: expressionAsTarget,
  call: expressionAsTarget,
  pattern_list: sequence,
  tuple_pattern: sequence,
  list_pattern: sequence,
  expression_list: sequence,
  tuple: sequence,
  list: sequence,
  parenthesized_expression: single,
  as_pattern_target: single,
  list_splat_pattern: single,
  dictionary_splat_pattern: single,
};

/** One pattern: what the subject is compared with, and what is bound. No tests: it takes anything. */
class PatternReader {
  readonly #to: Lowering;
  readonly captures: Statement[] = [];

  constructor(to: Lowering) {
    this.#to = to;
  }

  #bind(node: SyntaxNode, value: Expression): void {
    if (this.#to.text(node) === '_') return;
    this.captures.push({ kind: 'assignment', span: this.#to.span(node), targets: [nameAt(node, this.#to)], value });
  }

  #part(node: SyntaxNode, value: Expression, index: Expression): Expression {
    return { kind: 'index', span: this.#to.span(node), object: value, index };
  }

  /** Undefined where the pattern takes anything. */
  tests(node: SyntaxNode, value: Expression): readonly Expression[] | undefined {
    const to = this.#to;
    const parts = to.parts(node);
    const [first] = parts;
    if (node.type === 'case_pattern') {
      const sign = node.children.find((child) => child.type === '-');
      if (first === undefined) return undefined;
      if (sign === undefined) return this.tests(first, value);
      return [{ kind: 'unary', span: to.span(node), op: '-', operand: to.expression(first) }];
    }
    if (node.type === 'union_pattern') {
      const all = parts.map((child) => this.tests(child, value));
      return all.includes(undefined) ? undefined : all.flatMap((tests) => tests ?? []);
    }
    if (node.type === 'as_pattern') {
      const name = parts.at(-1);
      if (name !== undefined) this.#bind(name, value);
      return first === undefined ? undefined : this.tests(first, value);
    }
    if (node.type === 'dotted_name' && parts.length === 1 && first !== undefined) {
      this.#bind(first, value);
      return undefined;
    }
    return this.#structure(node, value) ?? [to.expression(node)];
  }

  #structure(node: SyntaxNode, value: Expression): readonly Expression[] | undefined {
    const to = this.#to;
    if (node.type === 'splat_pattern') {
      const name = to.parts(node)[0];
      if (name !== undefined) this.#bind(name, value);
      return [];
    }
    if (node.type === 'list_pattern' || node.type === 'tuple_pattern') {
      const inner = to
        .parts(node)
        .map((child, index) => this.tests(child, this.#part(child, value, literal(to.span(child), 'number', index))));
      return [
        to.other(
          node,
          node.type,
          inner.flatMap((tests) => tests ?? []),
        ),
      ];
    }
    if (node.type === 'dict_pattern') return [to.other(node, node.type, this.#entries(node, value))];
    if (node.type !== 'class_pattern') return undefined;
    const [name, ...fields] = to.parts(node);
    for (const field of fields) this.#field(field, value);
    if (name === undefined) return [];
    return [{ kind: 'compare', span: to.span(node), op: 'instanceof', left: value, right: to.expression(name) }];
  }

  #entries(node: SyntaxNode, value: Expression): readonly Expression[] {
    const to = this.#to;
    const tests: Expression[] = [];
    let key: Expression | undefined;
    for (const child of to.parts(node)) {
      if (child.field === 'key') key = to.expression(child);
      else if (child.field === 'value' && key !== undefined) tests.push(...(this.tests(child, this.#part(child, value, key)) ?? []));
      else tests.push(...(this.tests(child, value) ?? []));
    }
    return tests;
  }

  #field(node: SyntaxNode, value: Expression): void {
    const to = this.#to;
    const inner = node.type === 'case_pattern' ? to.parts(node)[0] : node;
    if (inner?.type !== 'keyword_pattern') {
      this.tests(node, value);
      return;
    }
    const [name, pattern] = to.parts(inner);
    if (name === undefined || pattern === undefined) return;
    this.tests(pattern, { kind: 'member', span: to.span(inner), object: value, property: to.text(name) });
  }
}

/** One `case` of `match`. A guard is a test within its body. */
export const readCase = (
  node: SyntaxNode,
  subject: Expression,
  to: Lowering,
): { readonly tests: readonly Expression[]; readonly body: Block } => {
  const reader = new PatternReader(to);
  const patterns = node.children.filter((child) => child.type === 'case_pattern');
  const [only] = patterns;
  const tests =
    patterns.length > 1
      ? patterns.flatMap(
          (each, index) =>
            reader.tests(each, { kind: 'index', span: subject.span, object: subject, index: literal(to.span(each), 'number', index) }) ??
            [],
        )
      : only === undefined
        ? undefined
        : reader.tests(only, subject);
  const guard = node.childForFieldName('guard');
  const consequence = to.fieldBlock(node, 'consequence');
  const guarded: Block =
    guard === null ? consequence : [branching(to.span(guard), { test: to.part(guard, 0), yes: consequence, no: undefined })];
  return { tests: tests ?? [], body: [...reader.captures, ...guarded] };
};

/** Patterns outside of `match`, as broken text has them: what is in them. */
export const patternExpressions: Readonly<Record<string, ExpressionRule>> = {
  complex_pattern: (node, to) => {
    const operator = node.children.find((child) => !child.isNamed && (child.type === '+' || child.type === '-'));
    return { kind: 'binary', span: to.span(node), op: operator?.type ?? '+', left: to.part(node, 0), right: to.part(node, 1) };
  },
};
