/** Lists, maps and objects that are written out. */
import type { Expression } from '../syntax/ir.ts';
import { joinAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { joinAll, joinValues } from './join.ts';
import { elementsOf } from './places.ts';
import { checkValue } from './report.ts';
import { unknown, Value } from './value.ts';
import { factsOfWord, originOf } from './variables.ts';

type Collection = Extract<Expression, { kind: 'collection' }>;

const maximalFields = 200;

const keyOf = (cx: Context, key: Expression | undefined): string | undefined => {
  if (key === undefined) return undefined;
  if (key.kind === 'literal') return String(key.value);
  const value = cx.machine.evaluate(cx, key);
  const constant = value.constants?.length === 1 && !value.partial ? value.constants[0] : undefined;
  return constant === undefined ? undefined : String(constant);
};

/** What rules say of an entry by its key. */
export const checkNamed = (cx: Context, key: string, value: Value, expression: Expression): void => {
  const { sinks } = factsOfWord(cx.compiled, key);
  if (sinks.length > 0) checkValue(cx, sinks, value, expression, expression.span);
  const { assigned } = cx.compiled.sinks;
  if (assigned.length === 0) return;
  const fitting = assigned.filter(({ names, entries }) => entries && names.includes(key));
  if (fitting.length > 0) checkValue(cx, fitting, value, expression, expression.span);
};

type Building = { readonly fields: Map<string, Value>; element: Value | undefined; closed: boolean };

const spread = (building: Building, value: Value, isMap: boolean): void => {
  if (isMap && value.fields !== undefined) for (const [key, field] of value.fields) building.fields.set(key, field);
  else if (value.fields !== undefined) for (const each of elementsOf(value)) building.fields.set(String(building.fields.size), each);
  if (value.element !== undefined)
    building.element = building.element === undefined ? value.element : joinValues(building.element, value.element);
  if (!value.closed) building.closed = false;
};

export const collection = (cx: Context, expression: Collection): Value => {
  const isMap = expression.type === 'map';
  const building: Building = { fields: new Map(), element: undefined, closed: true };
  const result = new Value();
  for (const entry of expression.entries) {
    const value = cx.machine.evaluate(cx, entry.value);
    if (entry.spread === true) {
      spread(building, value, isMap);
      result.atoms = joinAtoms(result.atoms, value.atoms);
      continue;
    }
    const key = isMap || entry.key !== undefined ? keyOf(cx, entry.key) : String(building.fields.size);
    if (key !== undefined && (isMap || entry.key !== undefined)) checkNamed(cx, key, value, entry.value);
    if (key !== undefined && building.fields.size < maximalFields) building.fields.set(key, value);
    else building.element = building.element === undefined ? value : joinValues(building.element, value);
  }
  result.fields = building.fields;
  result.element = building.element;
  result.closed = building.closed;
  result.form = expression.type;
  for (const { source, mask } of cx.compiled.literals) {
    if (source.from !== 'literal' || mask === 0 || !source.types.includes('collection') || !building.closed) continue;
    if (building.fields.size === 0 || ![...building.fields.values()].every((each) => each.constants !== undefined)) continue;
    const trace = { span: expression.span, note: 'is written here', what: '', previous: undefined };
    result.atoms = joinAtoms(result.atoms, [{ origin: originOf(expression), mask, trace }]);
  }
  return result;
};

/** A list of which only the elements are known. */
export const listOf = (elements: readonly Value[], form: 'list' | 'set' | 'map' = 'list'): Value => {
  const value = new Value();
  value.form = form;
  value.element = elements.length === 0 ? unknown : joinAll(elements);
  return value;
};

/** The list with one more element at its end. */
export const appended = (list: Value, element: Value): Value => {
  const value = new Value();
  Object.assign(value, list);
  value.form = list.form ?? 'list';
  if (list.fields !== undefined && list.element === undefined && list.fields.size < 40) {
    value.fields = new Map([...list.fields, [String(list.fields.size), element]]);
  } else value.element = list.element === undefined ? element : joinValues(list.element, element);
  return value;
};
