/** What a function is handed: by a call of the text, or by whoever calls it from outside. */
import type { FunctionNode, Parameter } from '../syntax/ir.ts';
import { joinAtoms, stepped } from './atoms.ts';
import { listOf } from './collections.ts';
import { patternOf } from './conditions.ts';
import type { Context } from './context.ts';
import { perhaps } from './join.ts';
import type { PathNode } from './path-node.ts';
import { elementsOf } from './places.ts';
import type { SiteArgument } from './site.ts';
import { type Atom, copyOf, type FunctionScope, unknown, Value } from './value.ts';
import { lookUp, namedValue, originOf, write } from './variables.ts';

/** The instance that a type, as written, names: `*http.Request`, `Optional[Session]`, `const std::string &`. */
export const typeNode = (cx: Context, type: string | undefined): PathNode | undefined => {
  if (type === undefined) return undefined;
  const words = type
    .replace(/<.*$|\[.*$/, '')
    .replaceAll(/\b(?:const|final|struct|unsigned|signed)\b/g, ' ')
    .split(/::|[.\s*&?|'"]+/)
    .filter((word) => word !== '');
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  const { root, assumed } = cx.compiled.names;
  let node: PathNode | undefined = lookUp(cx, first)?.node ?? assumed.get(first) ?? root.child(first);
  for (const word of rest) node = node?.child(word);
  return node?.child('()');
};

const nameOf = (parameter: Parameter): string => (parameter.target.kind === 'name' ? parameter.target.name : '');

const patterns = new Map<string, RegExp>();
const matches = (source: string | undefined, text: string): boolean => {
  if (source === undefined) return true;
  const known = patterns.get(source) ?? patternOf(source);
  patterns.set(source, known);
  return known.test(text);
};

const isConstructor = (cx: Context, scope: FunctionScope): boolean =>
  scope.owner !== undefined && /^(?:__init__|constructor|__new__)$/.test(scope.function.name)
    ? true
    : scope.owner?.class.name === scope.function.name && cx.language !== 'python';

const sourceAtoms = (cx: Context, scope: FunctionScope, parameter: Parameter, route: boolean): readonly Atom[] => {
  const name = nameOf(parameter);
  const constructed = isConstructor(cx, scope);
  let mask = 0;
  for (const each of cx.compiled.parameters) {
    const { source } = each;
    if (source.from !== 'parameter') continue;
    if (source.of === 'route' && !route) continue;
    if ((source.of === 'constructor') !== constructed) continue;
    if (!matches(source.named, name) || !matches(source.typed, parameter.type ?? '')) continue;
    if (source.notNamed !== undefined && matches(source.notNamed, name)) continue;
    if (source.notTyped !== undefined && matches(source.notTyped, parameter.type ?? '')) continue;
    mask |= each.mask;
  }
  if (mask === 0) return [];
  return [
    {
      origin: originOf(parameter),
      mask,
      trace: { span: parameter.span, note: 'comes in as a parameter', what: name, previous: undefined },
    },
  ];
};

/** A parameter of which nobody in the text says what it is. */
export const outsideValue = (cx: Context, scope: FunctionScope, parameter: Parameter, route: boolean): Value => {
  const name = nameOf(parameter);
  const node = typeNode(cx, parameter.type) ?? (parameter.type === undefined ? instanceOf(cx.compiled.names.assumed.get(name)) : undefined);
  const value = new Value();
  value.node = node;
  value.atoms = sourceAtoms(cx, scope, parameter, route);
  if (parameter.fallback !== undefined) {
    const fallback = cx.machine.evaluate(cx, parameter.fallback);
    if (fallback.constants !== undefined) {
      value.constants = fallback.constants;
      value.partial = true;
      value.form = undefined;
    }
    value.node ??= fallback.node;
    value.atoms = joinAtoms(value.atoms, fallback.atoms);
  }
  if (parameter.role === 'items' || parameter.role === 'keywords') {
    const many = listOf([value], parameter.role === 'items' ? 'list' : 'map');
    many.atoms = value.atoms;
    return many;
  }
  return namedValue(cx, name, value, parameter.span);
};

const instanceOf = (node: PathNode | undefined): PathNode | undefined => (node?.name === '()' ? node : undefined);

const collected = (values: readonly (readonly [string, Value])[], isMap: boolean): Value => {
  const value = new Value();
  value.form = isMap ? 'map' : 'list';
  value.fields = new Map(values);
  value.closed = true;
  return value;
};

const spreadValue = (args: readonly SiteArgument[], position: number, name: string): Value | undefined => {
  const items = args.findIndex(({ spread }) => spread === 'items');
  if (items >= 0 && items <= position) {
    const value = args[items]?.value;
    return value?.fields?.get(String(position - items)) ?? (value === undefined ? undefined : (value.element ?? value));
  }
  const keywords = args.find(({ spread }) => spread === 'keywords')?.value;
  return keywords?.fields?.get(name) ?? keywords?.element;
};

/** The argument of a call that a parameter gets; undefined where there is none. */
export const argumentFor = (parameters: readonly Parameter[], parameter: Parameter, args: readonly SiteArgument[]): Value | undefined => {
  const plain = parameters.filter(({ role }) => role !== 'receiver');
  const position = plain.indexOf(parameter);
  const name = nameOf(parameter);
  if (parameter.role === 'items') {
    const rest = args.slice(position).filter((each) => each.name === undefined);
    return collected(
      rest
        .flatMap(({ value, spread }) => (spread === 'items' ? elementsOf(value) : [value]))
        .map((value, at) => [String(at), value] as const),
      false,
    );
  }
  if (parameter.role === 'keywords') {
    const known = new Set(plain.map(nameOf));
    return collected(
      args.flatMap((each) => (each.name === undefined || known.has(each.name) ? [] : [[each.name, each.value] as const])),
      true,
    );
  }
  const named = args.find((each) => each.name === name);
  if (named !== undefined) return named.value;
  const at = args[position];
  if (at !== undefined && at.name === undefined && at.spread === undefined) return at.value;
  return spreadValue(args, position, name);
};

/** Binds the parameters of a function that the text itself calls. */
export const bindArguments = (cx: Context, node: FunctionNode, args: readonly SiteArgument[], self: Value | undefined): void => {
  for (const parameter of node.parameters) {
    const { target, span } = parameter;
    if (parameter.role === 'receiver') {
      cx.machine.assign(cx, target, self ?? unknown, span);
      continue;
    }
    const given = argumentFor(node.parameters, parameter, args);
    const value = given ?? (parameter.fallback === undefined ? unknown : perhaps(cx.machine.evaluate(cx, parameter.fallback)));
    const typed = value.node === undefined ? typeNode(cx, parameter.type) : undefined;
    const named = target.kind === 'name' ? namedValue(cx, target.name, value, span) : value;
    let bound = named;
    if (named.atoms.length > 0 || typed !== undefined) {
      bound = copyOf(named);
      bound.atoms = stepped(named.atoms, span, 'is passed as', nameOf(parameter));
      bound.node ??= typed;
    }
    if (target.kind === 'name') write(cx, target.name, bound);
    else cx.machine.assign(cx, target, bound, span);
  }
};
