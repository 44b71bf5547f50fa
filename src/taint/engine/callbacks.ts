/** Functions that are handed to a call: they are run once, as what they are handed to would. */
import { anyElement } from './access.ts';
import { joinAtoms } from './atoms.ts';
import { listOf } from './collections.ts';
import { liftedTruth } from './comprehension.ts';
import type { Context } from './context.ts';
import { frozen, withClears } from './facts.ts';
import { joinAll } from './join.ts';
import type { Site } from './site.ts';
import { copyOf, type FunctionScope, noAtoms, ofTruth, unknown, type Value } from './value.ts';

/** What a callback yields, lifted to the call where the call is known to be about elements. */
export type Callbacks = { readonly results: readonly Value[]; readonly whole: Value | undefined };

const nothing: Callbacks = { results: [], whole: undefined };

/** Calls that register a handler of requests. */
export const routeWords =
  /^(?:get|post|put|patch|delete|del|all|use|route|options|head|handle|HandleFunc|Handle|GET|POST|PUT|PATCH|DELETE|Any|createServer|on|param|Get|Post|Put|Delete)$/;

/** A handler's own name for what it gets says whether it is one. */
const isHandler = (scope: FunctionScope, word: string | undefined): boolean =>
  word !== undefined && routeWords.test(word) && scope.function.parameters.length >= 1;

const someWords = /^(?:some|anyMatch|any_of)$/;
const everyWords = /^(?:every|allMatch|all_of)$/;
const noneWords = /^(?:noneMatch|none_of)$/;
const filterWords = /^(?:filter|takeWhile)$/;
const mapWords = /^(?:map|flatMap|map_async|then)$/;

const elementFor = (site: Site, scope: FunctionScope): Value => {
  const from = [site.receiver, ...site.args.map(({ value }) => (value.callable === scope ? undefined : value))];
  const elements = from
    .flatMap((value) => (value === undefined || value.callable !== undefined ? [] : [anyElement(value)]))
    .filter((each) => each !== unknown);
  return elements.length === 0 ? unknown : joinAll(elements);
};

const lifted = (site: Site, word: string, element: Value, result: Value): Value | undefined => {
  const one = listOf([result]);
  if (someWords.test(word)) return ofTruth(liftedTruth(one, 'any'));
  if (everyWords.test(word)) return ofTruth(liftedTruth(one, 'all'));
  if (noneWords.test(word)) {
    const truth = liftedTruth(one, 'any');
    return ofTruth(truth === undefined ? undefined : { whenTrue: truth.whenFalse, whenFalse: truth.whenTrue });
  }
  if (filterWords.test(word)) {
    const kept = frozen(element, withClears(undefined, result.truth?.whenTrue ?? []));
    const list = listOf([kept]);
    return list;
  }
  if (mapWords.test(word) && site.receiver !== undefined) return listOf([result]);
  return undefined;
};

export const callbacksOf = (cx: Context, site: Site, word: string | undefined): Callbacks => {
  let results: Value[] | undefined;
  let whole: Value | undefined;
  for (const { value } of site.args) {
    const scope = value.callable;
    if (scope?.kind !== 'function') continue;
    const route = isHandler(scope, word);
    // What the text itself registers runs when all of the text is known (program.ts).
    if (route && cx.frame.level === 0) continue;
    const element = route ? unknown : elementFor(site, scope);
    const result = cx.machine.enter(cx, scope, route ? [] : givenTo(scope, element), route);
    results ??= [];
    results.push(result);
    if (word !== undefined && !route) whole = lifted(site, word, element, result) ?? whole;
  }
  return results === undefined ? nothing : { results, whole };
};

/** The first parameter is an element; of the others nothing is known, and nothing comes in by them. */
const givenTo = (scope: FunctionScope, element: Value): readonly Value[] =>
  scope.function.parameters.map((_, at) => (at === 0 ? element : quiet));

const quiet = copyOf(unknown);

export const atomsOfResults = ({ results }: Callbacks) => results.reduce((atoms, each) => joinAtoms(atoms, each.atoms), noAtoms);
