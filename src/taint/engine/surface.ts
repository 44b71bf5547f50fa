/** What stands in a part of a text, without running it: what it calls, what it names, and whether anything can be found in it at all. */
import type { Block, ClassNode, Expression, FunctionNode, Statement, Target } from '../syntax/ir.ts';
import type { Compiled, Surface } from './compiled.ts';
import { factsOfWord } from './variables.ts';

type Gathering = {
  readonly calls: Set<string>;
  readonly words: Set<string>;
  isInteresting: boolean;
  hasSources: boolean;
  readonly compiled: Compiled;
  depth: number;
};

const maximalDepth = 300;
const maximalText = 2_000;

const addWord = (to: Gathering, word: string): void => {
  if (to.words.has(word)) return;
  to.words.add(word);
  if (to.isInteresting && to.hasSources) return;
  const facts = factsOfWord(to.compiled, word);
  if (facts.isInteresting) to.isInteresting = true;
  if (facts.isSource) to.hasSources = true;
};

const addLiteral = (to: Gathering, literal: Extract<Expression, { kind: 'literal' }>): void => {
  if (to.isInteresting) return;
  if (to.compiled.interest.literals.has(literal.type)) to.isInteresting = true;
  const { value } = literal;
  if (typeof value !== 'string') return;
  const text = value.length > maximalText ? value.slice(0, maximalText) : value;
  if (to.compiled.interest.hints.some((hint) => hint.test(text))) to.isInteresting = true;
};

const addCall = (to: Gathering, callee: Expression): void => {
  if (callee.kind === 'name') to.calls.add(callee.name);
  else if (callee.kind === 'member' && callee.object.kind === 'name' && /^(?:self|this|cls)$/.test(callee.object.name))
    to.calls.add(`self.${callee.property}`);
};

const merge = (to: Gathering, from: Surface): void => {
  for (const call of from.calls) to.calls.add(call);
  for (const word of from.words) to.words.add(word);
  if (from.isInteresting) to.isInteresting = true;
  if (from.hasSources) to.hasSources = true;
};

const each = (to: Gathering, list: readonly (Expression | undefined)[]): void => {
  for (const expression of list) if (expression !== undefined) visit(to, expression);
};

/** In the order of how often they stand in texts. */
const visit = (to: Gathering, node: Expression | Target): void => {
  to.depth += 1;
  // What is nested deeper than anybody writes is followed, to be on the safe side.
  if (to.depth > maximalDepth) to.isInteresting = true;
  else visitNode(to, node);
  to.depth -= 1;
};

const visitNode = (to: Gathering, node: Expression | Target): void => {
  switch (node.kind) {
    case 'name':
      addWord(to, node.name);
      return;
    case 'literal':
      addLiteral(to, node);
      return;
    case 'member':
      addWord(to, node.property);
      visit(to, node.object);
      return;
    case 'call':
      addCall(to, node.callee);
      visit(to, node.callee);
      for (const { name, value } of node.args) {
        if (name !== undefined) addWord(to, name);
        visit(to, value);
      }
      return;
    case 'index':
      each(to, [node.object, node.index]);
      return;
    case 'binary':
    case 'compare':
    case 'logical':
      each(to, [node.left, node.right]);
      return;
    case 'not':
    case 'unary':
    case 'cast':
    case 'await':
    case 'yield':
    case 'spread':
    case 'dereference':
      visit(to, node.operand);
      return;
    case 'template':
      each(to, node.parts);
      return;
    case 'collection':
      for (const { key, value } of node.entries) {
        if (key !== undefined) {
          if (key.kind === 'literal' && typeof key.value === 'string') addWord(to, key.value);
          else visit(to, key);
        }
        visit(to, value);
      }
      return;
    case 'slice':
      each(to, [node.object, node.from, node.to]);
      return;
    default:
      visitRare(to, node);
      return;
  }
};

type Rare = Extract<Expression | Target, { kind: 'function' | 'conditional' | 'assign' | 'comprehension' | 'destructure' | 'other' }>;

const visitRare = (to: Gathering, node: Rare): void => {
  switch (node.kind) {
    case 'function':
      merge(to, surfaceOfFunction(to.compiled, node.function));
      return;
    case 'conditional':
      each(to, [node.test, node.then, node.otherwise]);
      return;
    case 'assign':
      visit(to, node.target);
      visit(to, node.value);
      return;
    case 'comprehension':
      for (const clause of node.clauses) {
        if (clause.kind === 'if') visit(to, clause.test);
        else {
          visit(to, clause.target);
          visit(to, clause.iterable);
        }
      }
      each(to, [node.key, node.element]);
      return;
    case 'destructure':
      for (const { key, target, fallback } of node.elements) {
        if (key !== undefined) addWord(to, key);
        visit(to, target);
        if (fallback !== undefined) visit(to, fallback);
      }
      return;
    case 'other':
      // What is not understood may be anything.
      to.isInteresting = true;
      each(to, node.children);
      return;
  }
};

const visitBlock = (to: Gathering, block: Block | undefined): void => {
  if (block !== undefined) for (const statement of block) visitStatement(to, statement);
};

const visitStatement = (to: Gathering, statement: Statement): void => {
  to.depth += 1;
  if (to.depth > maximalDepth) to.isInteresting = true;
  else visitStatementNode(to, statement);
  to.depth -= 1;
};

const visitStatementNode = (to: Gathering, statement: Statement): void => {
  switch (statement.kind) {
    case 'assignment':
      for (const target of statement.targets) visit(to, target);
      each(to, [statement.value, statement.declares?.length]);
      return;
    case 'expression':
      // A text that stands alone is a comment.
      if (statement.value.kind !== 'literal') visit(to, statement.value);
      return;
    case 'return':
    case 'throw':
      each(to, [statement.value]);
      return;
    case 'if':
      visit(to, statement.test);
      visitBlock(to, statement.then);
      visitBlock(to, statement.otherwise);
      return;
    case 'for-each':
      each(to, [statement.iterable]);
      visit(to, statement.target);
      visitBlock(to, statement.body);
      visitBlock(to, statement.otherwise);
      return;
    case 'loop':
      visitBlock(to, statement.before);
      each(to, [statement.test, ...statement.update]);
      visitBlock(to, statement.body);
      visitBlock(to, statement.otherwise);
      return;
    case 'function':
      each(to, statement.function.decorators);
      addWord(to, statement.function.name);
      merge(to, surfaceOfFunction(to.compiled, statement.function));
      return;
    case 'class':
      visitClass(to, statement.class);
      return;
    default:
      visitRareStatement(to, statement);
      return;
  }
};

const visitClass = (to: Gathering, node: ClassNode): void => {
  each(to, [...node.bases, ...node.decorators]);
  visitBlock(to, node.body);
};

type RareStatement = Exclude<
  Statement,
  { kind: 'assignment' | 'expression' | 'return' | 'throw' | 'if' | 'for-each' | 'loop' | 'function' | 'class' }
>;

const visitRareStatement = (to: Gathering, statement: RareStatement): void => {
  switch (statement.kind) {
    case 'with':
      for (const { value, target } of statement.items) {
        visit(to, value);
        if (target !== undefined) visit(to, target);
      }
      visitBlock(to, statement.body);
      return;
    case 'try':
      visitBlock(to, statement.body);
      for (const handler of statement.handlers) visitBlock(to, handler.body);
      visitBlock(to, statement.otherwise);
      visitBlock(to, statement.finally);
      return;
    case 'switch':
      each(to, [statement.subject]);
      for (const { tests, body } of statement.cases) {
        each(to, tests);
        visitBlock(to, body);
      }
      return;
    case 'block':
      visitBlock(to, statement.body);
      return;
    case 'defer':
    case 'spawn':
      visit(to, statement.call);
      return;
    case 'assert':
      visit(to, statement.test);
      return;
    case 'delete':
      visit(to, statement.target);
      return;
    case 'other-statement':
      to.isInteresting = true;
      each(to, statement.children);
      visitBlock(to, statement.body);
      return;
    default:
      return;
  }
};

const gather = (compiled: Compiled, key: object, work: (to: Gathering) => void): Surface => {
  const known = compiled.memory.surfaces.get(key);
  if (known !== undefined) return known;
  const to: Gathering = { calls: new Set(), words: new Set(), isInteresting: false, hasSources: false, compiled, depth: 0 };
  work(to);
  const surface: Surface = { calls: to.calls, words: to.words, isInteresting: to.isInteresting, hasSources: to.hasSources };
  compiled.memory.surfaces.set(key, surface);
  return surface;
};

export const surfaceOfFunction = (compiled: Compiled, node: FunctionNode): Surface =>
  gather(compiled, node, (to) => {
    if (compiled.interest.everywhere || compiled.interest.within.some((pattern) => pattern.test(node.name))) to.isInteresting = true;
    for (const { target, fallback } of node.parameters) {
      visit(to, target);
      if (fallback !== undefined) visit(to, fallback);
    }
    visitBlock(to, node.body);
  });

export const surfaceOfStatement = (compiled: Compiled, statement: Statement): Surface =>
  gather(compiled, statement, (to) => visitStatement(to, statement));
