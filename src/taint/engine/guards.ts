/** What a comparison shows of the values that it compares. */
import type { CompareOperator, Expression } from '../syntax/ir.ts';
import { joinAtoms } from './atoms.ts';
import type { GuardOf } from './compiled.ts';
import { wordsOf } from './conditions.ts';
import type { Context } from './context.ts';
import { swapped } from './facts.ts';
import { clearedByPattern, type Match } from './pattern.ts';
import { elementsOf } from './places.ts';
import { siteOf } from './site.ts';
import { type Clear, type Constant, noAtoms, type Truth, type Value } from './value.ts';

export type Side = { readonly value: Value; readonly expression: Expression | undefined };

const noClears: readonly Clear[] = [];
const nothing: Truth = { whenTrue: noClears, whenFalse: noClears };

export const truthOf = (whenTrue: readonly Clear[], whenFalse: readonly Clear[]): Truth =>
  whenTrue.length === 0 && whenFalse.length === 0 ? nothing : { whenTrue, whenFalse };

export const bothTruths = (a: Truth | undefined, b: Truth | undefined): Truth => {
  if (a === undefined || a === nothing) return b ?? nothing;
  if (b === undefined || b === nothing) return a;
  return { whenTrue: [...a.whenTrue, ...b.whenTrue], whenFalse: [...a.whenFalse, ...b.whenFalse] };
};

/** What a guard takes from a value, and from what the value is an aspect of. */
export const clearsOf = (cx: Context, guard: GuardOf, value: Value, mask = guard.clears): readonly Clear[] => {
  if (mask === 0) return noClears;
  let atoms = value.atoms;
  if (value.fields !== undefined || value.element !== undefined) for (const each of elementsOf(value)) atoms = joinAtoms(atoms, each.atoms);
  if (atoms.length === 0) return noClears;
  if (guard.marked !== undefined && !value.marks.includes(guard.marked)) return noClears;
  const clears: Clear[] = [];
  for (const { origin } of atoms) {
    if (guard.aspect === undefined) clears.push({ origin, mask });
    else if (origin.aspect === guard.aspect && origin.parent !== undefined) clears.push({ origin: origin.parent, mask });
  }
  if (clears.length > 0 && guard.when !== undefined) {
    const first = atoms[0];
    if (first !== undefined && !guard.when(siteOf(first.trace.span, value, undefined, cx.frame.state?.facts, 0))) return noClears;
  }
  return clears;
};

const byAll = (cx: Context, guards: readonly GuardOf[], value: Value): readonly Clear[] =>
  value.atoms === noAtoms && value.fields === undefined && value.element === undefined
    ? noClears
    : guards.flatMap((guard) => clearsOf(cx, guard, value));

const listName = /^(?:.*\.)?_*[A-Z][A-Z0-9_]+$|allow|white_?list|valid|permitted|supported|known|safe|trusted|accept/i;

/** Its members do not come from outside: literals, or a list that is named for what it allows. */
export const isFixed = ({ value, expression }: Side): boolean => {
  if (value.atoms.length > 0) return false;
  if (value.constants !== undefined) return !value.partial || listName.test(wordsOf(expression));
  if (value.closed && elementsOf(value).every((each) => each.constants !== undefined || isFixed({ value: each, expression: undefined })))
    return true;
  return listName.test(wordsOf(expression));
};

const strings = (value: Value): readonly string[] => {
  const own = (value.constants ?? []).filter((each) => typeof each === 'string');
  return own.length > 0
    ? own
    : elementsOf(value).flatMap((each) => (each.constants ?? []).filter((constant) => typeof constant === 'string'));
};

/** That `whole` holds none of these texts. `parts`: only where it is itself a part of something that was split. */
const lacking = (cx: Context, whole: Value, texts: readonly string[], parts: boolean): readonly Clear[] => {
  if (texts.length === 0 || whole.atoms.length === 0) return noClears;
  const guards = cx.compiled.guards.lacks.filter(({ text }) => text !== undefined && texts.some((each) => text.test(each)));
  return guards.flatMap((guard) => clearsOf(cx, guard, whole).filter(({ origin }) => !parts || origin.isElement));
};

/** `of` is among, or part of, `by`. */
export const inTruth = (cx: Context, of: Side, by: Side): Truth => {
  const fixed = isFixed(by);
  const guards = cx.compiled.guards.membership.filter(({ constant }) => !constant || fixed);
  const found = byAll(cx, guards, of.value);
  // `x in 'abc'` is true of parts of it alone; `'..' in x` is about x.
  const absent = of.value.atoms.length === 0 ? lacking(cx, by.value, strings(of.value), false) : noClears;
  const notOne = fixed ? lacking(cx, of.value, strings(by.value), true) : noClears;
  return truthOf(found, [...absent, ...notOne]);
};

const isNumber = (constants: readonly Constant[] | undefined, test: (value: number) => boolean): boolean =>
  constants?.length === 1 && typeof constants[0] === 'number' && test(constants[0]);

const bounds = (cx: Context, side: NonNullable<GuardOf['side']>, value: Value): readonly Clear[] =>
  value.atoms === noAtoms
    ? noClears
    : byAll(
        cx,
        cx.compiled.guards.bound.filter((guard) => guard.side === side),
        value,
      );

const typeTruth = (cx: Context, value: Value, type: string): readonly Clear[] => {
  const guards = cx.compiled.guards.type.filter(({ text }) => text?.test(type));
  return guards.flatMap((guard) => clearsOf(cx, guard, value));
};

/** A comparison with one constant: null, true, 0, -1, or the name of a type. */
const constantTruth = (cx: Context, { value }: Side, constant: Constant): Truth => {
  if (constant === null) return bothTruths(swapped(value.truth), truthOf(noClears, bounds(cx, 'not-null', value)));
  if (constant === true) return value.truth ?? nothing;
  if (constant === false) return swapped(value.truth) ?? nothing;
  if (constant === 0) {
    const zero = truthOf(noClears, [...bounds(cx, 'not-zero', value), ...bounds(cx, 'not-null', value)]);
    return bothTruths(
      bothTruths(swapped(value.truth), zero),
      value.sign === undefined ? undefined : { whenTrue: value.sign.whenTrue, whenFalse: noClears },
    );
  }
  if (constant === -1) return swapped(value.sign) ?? nothing;
  const types = value.atoms.flatMap(({ origin }) => (origin.aspect === 'type' && origin.parent !== undefined ? [origin.parent] : []));
  if (typeof constant !== 'string' || types.length === 0) return nothing;
  const guards = cx.compiled.guards.type.filter(({ text, aspect }) => aspect === undefined && text?.test(constant));
  return truthOf(
    guards.flatMap(({ clears }) => types.map((origin) => ({ origin, mask: clears }))),
    noClears,
  );
};

/** C++'s positions that are none: `std::string::npos`, `map.end()`. */
const isNowhere = (expression: Expression | undefined): boolean =>
  (expression?.kind === 'member' && expression.property === 'npos') ||
  (expression?.kind === 'call' && expression.callee.kind === 'member' && /^c?end$/.test(expression.callee.property));

/** Equal to what a sanitizer makes of it: then there was nothing to take off. */
const sameAsCleaned = (a: Value, b: Value): readonly Clear[] => {
  const clears: Clear[] = [];
  for (const atom of a.atoms)
    for (const other of b.atoms)
      if (atom.origin === other.origin && atom.mask !== other.mask) clears.push({ origin: atom.origin, mask: atom.mask & ~other.mask });
  return clears;
};

/** The value is equal to the other. */
export const equalTruth = (cx: Context, a: Side, b: Side): Truth => {
  let truth = nothing;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.value.atoms.length === 0 && one.value.truth === undefined && one.value.sign === undefined && one.value.fields === undefined)
      continue;
    const fixed = isFixed(other);
    const guards = cx.compiled.guards.equality.filter(({ constant }) => !constant || fixed);
    const only = other.value.constants?.length === 1 && !other.value.partial ? other.value.constants[0] : undefined;
    const isNull = only === null;
    const same = isNull
      ? noClears
      : [
          ...sameAsCleaned(one.value, other.value),
          ...byAll(cx, guards, one.value),
          ...bounds(cx, 'below', one.value),
          ...bounds(cx, 'above', one.value),
        ];
    const different = lacking(cx, one.value, strings(other.value), true);
    truth = bothTruths(truth, truthOf(same, different));
    if (only === '' || only === null) truth = bothTruths(truth, truthOf(bounds(cx, 'empty', one.value), noClears));
    if (only !== undefined) truth = bothTruths(truth, constantTruth(cx, one, only));
    else if (isNowhere(other.expression)) truth = bothTruths(truth, constantTruth(cx, one, -1));
  }
  return truth;
};

const lessTruth = (cx: Context, less: Side, more: Side): Truth => {
  const constants = more.value.constants;
  const whenTrue = [...bounds(cx, 'below', less.value), ...bounds(cx, 'above', more.value)];
  const whenFalse = [...bounds(cx, 'above', less.value), ...bounds(cx, 'below', more.value)];
  if (isNumber(constants, (number) => number > 0)) whenFalse.push(...bounds(cx, 'not-zero', less.value));
  if (isNumber(less.value.constants, (number) => number >= 0)) whenTrue.push(...bounds(cx, 'not-zero', more.value));
  let truth = truthOf(whenTrue, whenFalse);
  // Python compares texts with numbers never: what came through is a number.
  if (cx.language === 'python' && (isNumber(constants, () => true) || isNumber(less.value.constants, () => true))) {
    const numbers = [...less.value.atoms, ...more.value.atoms].map(({ origin }) => ({ origin, mask: cx.compiled.textMask }));
    truth = bothTruths(truth, truthOf(numbers, numbers));
  }
  if (less.value.sign !== undefined && isNumber(constants, (number) => number === 0)) truth = bothTruths(truth, swapped(less.value.sign));
  if (more.value.sign !== undefined && isNumber(less.value.constants, (number) => number === -1 || number === 0))
    truth = bothTruths(truth, more.value.sign);
  return truth;
};

/** What a comparison shows where it is true, and where it is not. */
export const compareTruth = (cx: Context, op: CompareOperator, left: Side, right: Side): Truth => {
  if (op === '==' || op === 'is') return equalTruth(cx, left, right);
  if (op === '!=' || op === 'is not') return swapped(equalTruth(cx, left, right)) ?? nothing;
  if (op === 'in') return inTruth(cx, left, right);
  if (op === 'not in') return swapped(inTruth(cx, left, right)) ?? nothing;
  if (op === '<') return lessTruth(cx, left, right);
  if (op === '>') return lessTruth(cx, right, left);
  if (op === '<=') return swapped(lessTruth(cx, right, left)) ?? nothing;
  if (op === '>=') return swapped(lessTruth(cx, left, right)) ?? nothing;
  return truthOf(typeTruth(cx, left.value, wordsOf(right.expression)), noClears);
};

/** The value is of one of the types that are named. */
export const isTypeTruth = (cx: Context, of: Side, by: Side): Truth => {
  const names =
    by.expression?.kind === 'collection'
      ? by.expression.entries.map(({ value }) => wordsOf(value))
      : [wordsOf(by.expression), ...strings(by.value)];
  const cleared = names.filter((name) => name !== '').map((name) => typeTruth(cx, of.value, name));
  return truthOf(cleared.length > 0 && cleared.every((each) => each.length > 0) ? (cleared[0] ?? noClears) : noClears, noClears);
};

/** The value matches a regular expression. */
export const matchTruth = (cx: Context, of: Side, by: Side, match: Match): Truth => {
  const patterns = strings(by.value);
  if (patterns.length === 0 || of.value.atoms.length === 0) return nothing;
  let matching = -1;
  let other = -1;
  for (const source of patterns) {
    const cleared = clearedByPattern(cx.compiled, source, { match, flags: by.value.flags ?? '', lineEndIsLoose: cx.language === 'python' });
    matching &= cleared.matching;
    other &= cleared.other;
  }
  const { pattern } = cx.compiled.guards;
  return truthOf(
    pattern.flatMap((guard) => clearsOf(cx, guard, of.value, guard.clears & matching)),
    pattern.flatMap((guard) => clearsOf(cx, guard, of.value, guard.clears & other)),
  );
};

/** The value begins (or ends) with the other. */
export const affixTruth = (cx: Context, of: Side, by: Side, suffix: boolean): Truth => {
  const texts = strings(by.value);
  const guards = cx.compiled.guards.prefix.filter(
    (guard) =>
      guard.suffix === suffix &&
      (guard.text === undefined || (texts.length > 0 ? texts.every((each) => guard.text?.test(each)) : guard.orUnknown)),
  );
  const refused = suffix ? noClears : lacking(cx, of.value, texts, true);
  return truthOf(byAll(cx, guards, of.value), refused);
};

/** What it shows that a value is true at all: it is not null, not zero. */
export const truthinessOf = (cx: Context, value: Value): Truth => {
  if (value.atoms === noAtoms) return value.truth ?? nothing;
  return bothTruths(value.truth, truthOf([...bounds(cx, 'not-null', value), ...bounds(cx, 'not-zero', value)], bounds(cx, 'empty', value)));
};
