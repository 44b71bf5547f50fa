/** What a call yields that is not of the text: as rules say, or else everything that went in. */
import type { Expression } from '../syntax/ir.ts';
import { partOf } from './access.ts';
import { aspectOf } from './aspects.ts';
import { deepAtoms, joinAtoms, stepped, withoutKinds } from './atoms.ts';
import { atomsOfResults, type Callbacks } from './callbacks.ts';
import { appended } from './collections.ts';
import type { EffectOf, Entry } from './compiled.ts';
import type { Context } from './context.ts';
import { argumentAt, elementsOf, type Place, placedAt } from './places.ts';
import type { Site } from './site.ts';
import { concatenated, formatted } from './texts.ts';
import { type Atom, copyOf, noAtoms, ofAtoms, unknown, type Value, withAtoms } from './value.ts';
import { originOf, valueOfNode } from './variables.ts';
import { writeAliases, writeBack } from './write-back.ts';

type Call = Extract<Expression, { kind: 'call' }>;
export type Called = {
  readonly expression: Call;
  readonly callee: Value;
  readonly word: string | undefined;
  readonly site: Site;
  readonly entries: readonly Entry[];
  readonly callbacks: Callbacks;
};

const accessors =
  /^(?:get|pop|setdefault|getOrDefault|getlist|getAll|get_all|getParameter|getHeader|getFirst|FormValue|PostFormValue|Query|Param|Get|item|getItem|at|param|header|optString|getString)$/;

/** What went in: a key of a map says nothing of what is under it. */
const everything = ({ expression, word, site, callbacks }: Called): readonly Atom[] => {
  const receiver = site.receiver;
  let atoms = receiver === undefined ? noAtoms : deepAtoms(receiver);
  const isAccess = word !== undefined && accessors.test(word) && receiver !== undefined;
  if (isAccess && receiver.atoms.length > 0) {
    const key = site.args[0]?.value.constants?.[0];
    if (typeof key === 'string' || typeof key === 'number') return partOf(receiver, String(key)).atoms;
  }
  site.args.forEach(({ value }, at) => {
    if (value.callable === undefined && !(isAccess && at === 0)) atoms = joinAtoms(atoms, deepAtoms(value));
  });
  atoms = joinAtoms(atoms, atomsOfResults(callbacks));
  return stepped(atoms, expression.span, 'goes through', word ?? 'a call');
};

const accessed = ({ word, site }: Called): Value | undefined => {
  const { receiver } = site;
  if (word === undefined || receiver === undefined || !accessors.test(word)) return undefined;
  const key = site.args[0]?.value;
  if (key === undefined || (receiver.fields === undefined && receiver.element === undefined)) return undefined;
  const constant = key.constants?.length === 1 && !key.partial ? String(key.constants[0]) : undefined;
  const found = constant === undefined ? undefined : receiver.fields?.get(constant);
  if (found !== undefined) return found;
  const fallback = site.args[1]?.value;
  const all = [...elementsOf(receiver), ...(fallback === undefined ? [] : [fallback])];
  return all.length === 0 ? undefined : all.reduce((a, b) => (a === b ? a : withAtoms(a, joinAtoms(a.atoms, b.atoms))));
};

const resultNode = (cx: Context, called: Called) =>
  called.callee.node?.child('()') ?? (called.word === undefined ? undefined : cx.compiled.names.methodResults.get(`${called.word}()`));

/** The result before rules are asked: everything that went in is in it. */
export const plainResult = (cx: Context, called: Called): Value => {
  if (called.callbacks.whole !== undefined) return called.callbacks.whole;
  const known = accessed(called);
  if (known !== undefined) return known;
  const atoms = everything(called);
  const node = resultNode(cx, called);
  if (node !== undefined) return withAtoms(valueOfNode(node), atoms);
  return ofAtoms(atoms);
};

const valuesAt = (site: Site, places: readonly Place[] | undefined): readonly Value[] =>
  places === undefined
    ? [...(site.receiver === undefined ? [] : [site.receiver]), ...site.args.map(({ value }) => value)]
    : places.flatMap((place) => placedAt(site, place).map(({ value }) => value));

const built = (cx: Context, effect: EffectOf, values: readonly Value[], site: Site): Value | undefined => {
  const [first, ...rest] = values;
  if (first === undefined || effect.builds === undefined) return undefined;
  if (effect.builds === 'concat') return values.length === 1 && first.text === undefined ? copyOf(first) : concatenated(values);
  if (effect.builds === 'join') {
    const parts = elementsOf(rest[0] ?? unknown);
    if (parts.length === 0) return undefined;
    return concatenated(parts.flatMap((part, at) => (at === 0 ? [part] : [first, part])));
  }
  return formatted(
    first,
    effect.builds,
    {
      at: (position) => rest[position] ?? (rest.length === 1 ? rest[0]?.element : undefined),
      named: (name) => site.args.find((each) => each.name === name)?.value ?? rest[0]?.fields?.get(name) ?? rest[0]?.element,
      digits: effect.builds === 'percent' ? (value) => withAtoms(value, withoutKinds(value.atoms, cx.compiled.textMask)) : undefined,
    },
    rest,
  );
};

const marked = (value: Value, effect: EffectOf, from: readonly Value[]): Value => {
  const kept = from.length === 0 ? [] : (from[0]?.marks ?? []);
  if (effect.marks === undefined && kept.length === 0) return value;
  const copy = copyOf(value);
  copy.marks = [...new Set([...kept, ...(effect.marks ?? [])])];
  return copy;
};

const putting = (cx: Context, value: Value, effect: EffectOf, expression: Call): Value => {
  void cx;
  let atoms = effect.clears === 0 ? value.atoms : withoutKinds(value.atoms, effect.clears);
  if (effect.puts !== 0) {
    const trace = { span: expression.span, note: 'becomes so here', what: '', previous: undefined };
    atoms = joinAtoms(atoms, [{ origin: originOf(expression), mask: effect.puts, trace }]);
  }
  return withAtoms(value, atoms);
};

/** What one propagator makes of what goes in. */
const propagated = (cx: Context, effect: EffectOf, site: Site, expression: Call, base: Value): Value => {
  const values = valuesAt(site, effect.from);
  let atoms = noAtoms;
  for (const value of values) atoms = joinAtoms(atoms, deepAtoms(value));
  const text = built(cx, effect, values, site);
  let result = text ?? (base.node === undefined ? ofAtoms(atoms) : withAtoms(base, atoms));
  if (text !== undefined && base.node !== undefined) {
    result = copyOf(text);
    result.node = base.node;
  }
  result = withAtoms(result, stepped(joinAtoms(result.atoms, atoms), expression.span, 'goes through', ''));
  if (effect.aspect !== undefined) {
    const aspect = aspectOf(withAtoms(result, atoms), effect.aspect, expression.span);
    const keep = copyOf(result);
    keep.atoms = aspect.atoms;
    result = keep;
  }
  if (effect.revives !== 0)
    result = withAtoms(
      result,
      result.atoms.map((atom) => ({ ...atom, mask: atom.mask | effect.revives, origin: originOf(expression) })),
    );
  return marked(putting(cx, result, effect, expression), effect, values);
};

const writeTo = (cx: Context, place: Place, effect: EffectOf, site: Site, expression: Call): void => {
  const target = place.base === 'this' ? { value: site.receiver, expression: site.receiverExpression } : argumentAt(site, place);
  if (target?.value === undefined) return;
  const before = target.value;
  const hasSource = effect.from !== undefined || effect.builds !== undefined;
  let value = hasSource ? propagated(cx, effect, site, expression, unknown) : putting(cx, before, effect, expression);
  const [step] = place.steps;
  if (step !== undefined && !('field' in step)) value = appended(before, value);
  else if (step !== undefined && 'field' in step) {
    const copy = copyOf(before);
    copy.fields = new Map([...(before.fields ?? []), [step.field, value]]);
    value = copy;
  } else if (hasSource && effect.builds === undefined) value = withAtoms(before, joinAtoms(before.atoms, value.atoms));
  writeBack(cx, target.expression, value);
  if (effect.puts !== 0 && before !== unknown) writeAliases(cx, before, value);
};

const sourcesOf = (cx: Context, entry: Entry, site: Site, expression: Call, result: Value): Value => {
  let value = result;
  for (const source of entry.sources) {
    if (source.mask === 0 || (source.when !== undefined && !source.when(site))) continue;
    const key = site.args[0]?.value.constants?.[0];
    const origin = typeof key === 'string' ? originOf(entry).part(key) : originOf(expression);
    const word =
      expression.callee.kind === 'member' ? expression.callee.property : expression.callee.kind === 'name' ? expression.callee.name : '';
    const atoms: readonly Atom[] = [
      { origin, mask: source.mask, trace: { span: expression.span, note: source.note, what: word, previous: undefined } },
    ];
    if (source.into.length === 0) value = withAtoms(value, joinAtoms(value.atoms, atoms));
    for (const place of source.into) {
      const target = argumentAt(site, place);
      if (target !== undefined) writeBack(cx, target.expression, withAtoms(loosened(target.value), joinAtoms(target.value.atoms, atoms)));
    }
  }
  return value;
};

/** What is written into is no constant any more. */
const loosened = (value: Value): Value => {
  if (value.constants === undefined && value.text === undefined) return value;
  const copy = copyOf(value);
  copy.constants = undefined;
  copy.text = undefined;
  return copy;
};

/** Sanitizers, propagators and sources of a call, in this order. */
export const applyEffects = (cx: Context, entries: readonly Entry[], site: Site, plain: Value, expression: Call): Value => {
  let result = plain;
  for (const entry of entries) {
    for (const effect of entry.propagators) {
      if (effect.when !== undefined && !effect.when(site)) continue;
      const { to } = effect;
      if (to === undefined || (to.base === 'result' && to.steps.length === 0)) result = propagated(cx, effect, site, expression, result);
      else if (to.base === 'result') {
        const [step] = to.steps;
        const copy = copyOf(result);
        if (step !== undefined && 'field' in step)
          copy.fields = new Map([...(result.fields ?? []), [step.field, propagated(cx, effect, site, expression, unknown)]]);
        result = copy;
      } else writeTo(cx, to, effect, site, expression);
    }
  }
  for (const entry of entries) {
    for (const effect of entry.sanitizers) {
      if (effect.when !== undefined && !effect.when(site)) continue;
      if (effect.clean) result = bare(result);
      else if (effect.from === undefined) result = withAtoms(result, withoutKinds(result.atoms, effect.clears));
      else result = withoutFrom(result, effect, site);
    }
  }
  for (const entry of entries) if (entry.sources.length > 0) result = sourcesOf(cx, entry, site, expression, result);
  return result;
};

const bare = (value: Value): Value => {
  if (value.node !== undefined) return valueOfNode(value.node);
  if (value.constants !== undefined || value.truth !== undefined) return withAtoms(value, noAtoms);
  return unknown;
};

/** Only what came by certain places loses the kinds. */
const withoutFrom = (value: Value, effect: EffectOf, site: Site): Value => {
  const origins = new Set(
    (effect.from ?? []).flatMap((place) => placedAt(site, place)).flatMap((placed) => deepAtoms(placed.value).map(({ origin }) => origin)),
  );
  const atoms = value.atoms.flatMap((atom) => (origins.has(atom.origin) ? withoutKinds([atom], effect.clears) : [atom]));
  return withAtoms(value, atoms);
};
