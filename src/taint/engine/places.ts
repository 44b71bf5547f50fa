/** Places in a call, as rules write them: `0`, `1:shell`, `2+`, `this`, `result`, `1.headers.Location`, `0[1+]`. */
import type { Expression } from '../syntax/ir.ts';
import type { Site, SiteArgument } from './site.ts';
import { unknown, type Value } from './value.ts';

type Step = { readonly field: string } | { readonly from: number; readonly to: number };

export type Place = {
  readonly base: 'position' | 'keyword' | 'from' | 'last' | 'all' | 'this' | 'result';
  readonly position: number;
  readonly keyword: string | undefined;
  readonly steps: readonly Step[];
};

const everywhere = Number.POSITIVE_INFINITY;

const stepsOf = (text: string): readonly Step[] => {
  const steps: Step[] = [];
  for (const [, field, , first, plus] of text.matchAll(/\.([^.[\]]+)|(\[)(\d*)(\+?)\]/g)) {
    if (field !== undefined) steps.push({ field });
    else if (first === '') steps.push({ from: 0, to: everywhere });
    else steps.push({ from: Number(first), to: plus === '+' ? everywhere : Number(first) });
  }
  return steps;
};

/** Throws an Error where the text is no place: a rule that nobody can apply must not be loaded. */
export const parsePlace = (text: string): Place => {
  const found = /^(?:(\d+)(\+)?(?::([\w-]+))?|:([\w-]+)|(last|this|result|\*))((?:\.[^.[\]]+|\[\d*\+?\])*)$/.exec(text);
  if (found === null)
    throw new Error(`A rule names the place ${JSON.stringify(text)}, which is none. See Place in src/taint/rules/rule.ts.`);
  const [, position, plus, keyword, alone, word, rest] = found;
  const base = word === '*' ? 'all' : word === 'last' || word === 'this' || word === 'result' ? word : undefined;
  return {
    base: base ?? (alone !== undefined ? 'keyword' : plus === '+' ? 'from' : 'position'),
    position: Number(position ?? -1),
    keyword: keyword ?? alone,
    steps: stepsOf(rest ?? ''),
  };
};

export type Placed = { readonly value: Value; readonly expression: Expression | undefined };

const argumentsAt = (site: Site, place: Place): readonly Placed[] => {
  const { args } = site;
  if (place.base === 'this') return site.receiver === undefined ? [] : [{ value: site.receiver, expression: site.receiverExpression }];
  if (place.base === 'result') return site.result === undefined ? [] : [{ value: site.result, expression: site.resultExpression }];
  if (place.base === 'all') return args;
  if (place.base === 'last') return args.slice(-1);
  if (place.base === 'from') return args.filter((each, at) => at >= place.position && each.name === undefined);
  if (place.keyword !== undefined) {
    const named = args.find(({ name }) => name === place.keyword);
    if (named !== undefined) return [named];
  }
  if (place.base === 'keyword') return spreadField(args, place.keyword);
  const at = args[place.position];
  if (at !== undefined && at.name === undefined && at.spread === undefined) return [at];
  const spread = args.findIndex((each) => each.spread === 'items');
  if (spread >= 0 && spread <= place.position) {
    const from = args[spread];
    const value = from?.value.fields?.get(String(place.position - spread)) ?? from?.value.element;
    return [{ value: value ?? unknown, expression: undefined }];
  }
  return place.keyword === undefined ? [] : spreadField(args, place.keyword);
};

const spreadField = (args: readonly SiteArgument[], keyword: string | undefined): readonly Placed[] => {
  const spread = args.find((each) => each.spread === 'keywords');
  if (spread === undefined || keyword === undefined) return [];
  const value = spread.value.fields?.get(keyword);
  if (value !== undefined) return [{ value, expression: undefined }];
  return spread.value.closed ? [] : [{ value: spread.value.element ?? unknown, expression: undefined }];
};

/** The elements of a list from one position to another, both included; a part of a text or a whole that is not known is its own element. */
export const elementsOf = (value: Value, from = 0, to = everywhere): readonly Value[] => {
  const list: Value[] = [];
  for (const [key, field] of value.fields ?? []) {
    const at = Number(key);
    if (Number.isNaN(at) ? from === 0 : at >= from && at <= to) list.push(field);
  }
  if (value.element !== undefined) list.push(value.element);
  return list;
};

const stepped = (placed: readonly Placed[], step: Step): readonly Placed[] =>
  placed.flatMap(({ value, expression }): readonly Placed[] => {
    if ('field' in step) {
      const field = value.fields?.get(step.field);
      if (field !== undefined) return [{ value: field, expression: entryOf(expression, step.field) }];
      if (value.closed || (value.constants !== undefined && !value.partial)) return [];
      if (value.element !== undefined) return [{ value: value.element, expression: undefined }];
      return value.form === undefined ? [{ value: notSaid(value), expression: undefined }] : [];
    }
    if (value.fields === undefined && value.element === undefined) {
      return value.form === undefined || value.form === 'list' ? [{ value, expression }] : [];
    }
    return elementsOf(value, step.from, step.to).map((each) => ({ value: each, expression: undefined }));
  });

/** A field of something that is not known: it may be there or not. */
const notSaid = (value: Value): Value => (value.atoms.length === 0 ? unknown : value);

const entryOf = (expression: Expression | undefined, field: string): Expression | undefined => {
  if (expression?.kind !== 'collection') return undefined;
  return expression.entries.find(({ key }) => (key?.kind === 'literal' ? key.value === field : key?.kind === 'name' && key.name === field))
    ?.value;
};

/** The values at a place; none where there is no such argument. */
export const placedAt = (site: Site, place: Place): readonly Placed[] => {
  let placed = argumentsAt(site, place);
  for (const step of place.steps) placed = stepped(placed, step);
  return placed;
};

/** The call's argument that a place is in, for writing back. Undefined for the receiver, the result, and places of many. */
export const argumentAt = (site: Site, place: Place): SiteArgument | undefined =>
  place.base === 'position' || place.base === 'keyword'
    ? (site.args.find(({ name }) => place.keyword !== undefined && name === place.keyword) ??
      (place.base === 'position' ? site.args[place.position] : undefined))
    : place.base === 'last'
      ? site.args.at(-1)
      : undefined;
