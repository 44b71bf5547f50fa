/** Conditions and tests of rules as functions. */
import type { JsonValue } from '../../core/index.ts';
import type { Condition, Test } from '../rules/condition.ts';
import type { Expression } from '../syntax/ir.ts';
import { deepAtoms } from './atoms.ts';
import type { When } from './compiled.ts';
import { aliveIn } from './facts.ts';
import { find, grow, type PathNode } from './path-node.ts';
import { elementsOf, type Placed, parsePlace, placedAt } from './places.ts';
import type { Site } from './site.ts';
import { shown } from './texts.ts';
import type { Value } from './value.ts';

export type Compiling = { readonly root: PathNode; readonly bitOf: (kind: string) => number };

/** A value of an option stands after one: `-e`, `--regexp`. */
const takesValue = (value: Value | undefined): boolean =>
  value?.constants?.some((each) => typeof each === 'string' && /^(?:-[a-zA-Z]|--[a-z-]+)$/.test(each)) ?? false;

const mayBeOption = (value: Value, site: Site): boolean => {
  const isList = value.form === 'list' || value.form === 'tuple';
  const elements = isList ? elementsOf(value) : site.args.map((each) => each.value);
  for (const [at, element] of elements.entries()) {
    if (element.constants?.includes('--') === true) return false;
    if (takesValue(elements[at - 1])) continue;
    if (shown(element, site.facts, site.bit).some((text) => text.startsWith('◆'))) return true;
  }
  return false;
};

type Check = (placed: Placed, site: Site) => boolean;

/** The words of an expression: `self.session_key`, `os.urandom()`. Bounded. */
export const wordsOf = (expression: Expression | undefined, depth = 6): string => {
  if (expression === undefined || depth === 0) return '';
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return `${wordsOf(expression.object, depth - 1)}.${expression.property}`;
  if (expression.kind === 'call') return `${wordsOf(expression.callee, depth - 1)}()`;
  if (expression.kind === 'index') {
    const key = expression.index.kind === 'literal' ? String(expression.index.value) : wordsOf(expression.index, depth - 1);
    return `${wordsOf(expression.object, depth - 1)}.${key}`;
  }
  if (expression.kind === 'unary' || expression.kind === 'cast' || expression.kind === 'await')
    return wordsOf(expression.operand, depth - 1);
  return '';
};

const isConstant = (value: Value, depth = 3): boolean => {
  if (value.constants !== undefined) return !value.partial;
  if (!value.closed || depth === 0) return false;
  return elementsOf(value).every((each) => isConstant(each, depth - 1));
};

const numbersOf = (value: Value): readonly number[] => (value.constants ?? []).filter((each) => typeof each === 'number');

const sizesOf = (value: Value): readonly number[] => {
  const strings = (value.constants ?? []).filter((each) => typeof each === 'string').map((each) => each.length);
  return strings.length === 0 && value.closed && value.fields !== undefined && value.element === undefined ? [value.fields.size] : strings;
};

const formsOf: Readonly<Record<string, readonly string[]>> = {
  list: ['list', 'tuple', 'set'],
  map: ['map', 'object'],
  string: ['string'],
  number: ['number'],
  function: ['function'],
};

const wordTests: Readonly<Record<string, (value: Value) => boolean>> = {
  present: () => true,
  absent: () => false,
  constant: isConstant,
  'not-constant': (value) => !isConstant(value),
  built: (value) => value.text !== undefined,
};

const equalsAny = (expected: JsonValue): ((value: Value) => boolean) => {
  const list: readonly JsonValue[] = Array.isArray(expected) ? expected : [expected];
  return (value) => value.constants?.some((each) => list.includes(each)) ?? false;
};

/** A regular expression of a rule. Throws an Error where it is none. */
export const patternOf = (text: string, flags?: string): RegExp => {
  try {
    return new RegExp(text, flags ?? '');
  } catch (cause) {
    throw new Error(`A rule holds the pattern ${JSON.stringify(text)}, which is no regular expression.`, { cause });
  }
};

const typeNameOf = (value: Value): string => value.node?.path.replace(/\(\)$/, '') ?? value.form ?? '';

const checkOf = (test: Test, compiling: Compiling): Check => {
  if (typeof test === 'string') {
    const forms = formsOf[test];
    if (forms !== undefined) return ({ value }) => value.form !== undefined && forms.includes(value.form);
    if (test === 'option') return ({ value }, site) => mayBeOption(value, site);
    const check = wordTests[test];
    if (check === undefined) throw new Error(`A rule holds the test ${JSON.stringify(test)}, which is none.`);
    return ({ value }) => check(value);
  }
  if ('equals' in test) {
    const check = equalsAny(test.equals);
    return ({ value }) => check(value);
  }
  if ('text' in test) {
    const pattern = patternOf(test.text, test.flags);
    return ({ value }, site) => shown(value, site.facts, site.bit).some((text) => pattern.test(text));
  }
  if ('below' in test) return ({ value }) => numbersOf(value).some((number) => number < test.below);
  if ('atLeast' in test) return ({ value }) => numbersOf(value).some((number) => number >= test.atLeast);
  if ('shorterThan' in test) return ({ value }) => sizesOf(value).some((size) => size < test.shorterThan);
  if ('named' in test) {
    const pattern = patternOf(test.named);
    return ({ expression }) => pattern.test(wordsOf(expression));
  }
  if ('typed' in test) {
    const pattern = patternOf(test.typed);
    return ({ value }) => pattern.test(typeNameOf(value));
  }
  return structureCheckOf(test, compiling);
};

type Structural = Extract<
  Test,
  | { path: unknown }
  | { carries: unknown }
  | { marked: unknown }
  | { contains: unknown }
  | { field: unknown }
  | { not: unknown }
  | { all: unknown }
  | { any: unknown }
>;

const structureCheckOf = (test: Structural, compiling: Compiling): Check => {
  if ('path' in test) {
    const nodes = test.path.map((path) => {
      grow(compiling.root, path);
      return () => find(compiling.root, path);
    });
    return ({ value }) => value.node !== undefined && nodes.some((node) => node() === value.node);
  }
  if ('carries' in test) {
    const bit = compiling.bitOf(test.carries);
    return ({ value }, site) => deepAtoms(value).some((atom) => aliveIn(atom, site.facts, bit) !== 0);
  }
  if ('marked' in test) return ({ value }) => value.marks.includes(test.marked);
  if ('contains' in test) {
    const check = checkOf(test.contains, compiling);
    return ({ value }, site) => elementsOf(value).some((each) => check({ value: each, expression: undefined }, site));
  }
  if ('field' in test) return fieldCheckOf(test, compiling);
  if ('not' in test) {
    const check = checkOf(test.not, compiling);
    return (placed, site) => !check(placed, site);
  }
  const checks = ('all' in test ? test.all : test.any).map((each) => checkOf(each, compiling));
  return 'all' in test
    ? (placed, site) => checks.every((check) => check(placed, site))
    : (placed, site) => checks.some((check) => check(placed, site));
};

const fieldCheckOf = (test: Extract<Test, { field: unknown }>, compiling: Compiling): Check => {
  const place = parsePlace(`result.${test.field}`);
  const check = listCheckOf(test.is, compiling);
  return ({ value, expression }, site) => {
    if (test.is === 'absent') return value.closed && value.fields?.get(test.field) === undefined && value.element === undefined;
    return check(placedAt({ ...site, args: [], result: value, resultExpression: expression }, place), site);
  };
};

/** `absent` is about the list of what is there, and so is what is made of it by `not`, `any` and `all`. */
const listCheckOf = (test: Test, compiling: Compiling): ((placed: readonly Placed[], site: Site) => boolean) => {
  if (test === 'absent') return (placed) => placed.length === 0;
  if (test === 'present') return (placed) => placed.length > 0;
  if (typeof test === 'object' && 'any' in test) {
    const checks = test.any.map((each) => listCheckOf(each, compiling));
    return (placed, site) => checks.some((check) => check(placed, site));
  }
  if (typeof test === 'object' && 'not' in test) {
    const check = listCheckOf(test.not, compiling);
    return (placed, site) => !check(placed, site);
  }
  const check = checkOf(test, compiling);
  return (placed, site) => placed.some((each) => check(each, site));
};

export const compileCondition = (condition: Condition, compiling: Compiling): When => {
  if ('at' in condition) {
    const place = parsePlace(condition.at);
    const check = listCheckOf(condition.is, compiling);
    const wantsAbsence = JSON.stringify(condition.is).includes('"absent"');
    return (site) => {
      const placed = placedAt(site, place);
      // Arguments that are spread may hold it.
      if (wantsAbsence && placed.length === 0 && hidesPlace(site, place.base)) return false;
      return check(placed, site);
    };
  }
  if ('not' in condition) {
    const inner = compileCondition(condition.not, compiling);
    return (site) => !inner(site);
  }
  const inner = ('all' in condition ? condition.all : condition.any).map((each) => compileCondition(each, compiling));
  return 'all' in condition ? (site) => inner.every((each) => each(site)) : (site) => inner.some((each) => each(site));
};

const hidesPlace = (site: Site, base: string): boolean =>
  (base === 'position' || base === 'keyword') && site.args.some(({ spread, value }) => spread !== undefined && !value.closed);
