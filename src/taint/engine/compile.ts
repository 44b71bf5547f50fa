/** Makes the rules of one language ready for the engine. */
import type { Language } from '../../core/index.ts';
import { textKinds } from '../rules/common/plain-kinds.ts';
import type { Condition } from '../rules/condition.ts';
import { dangers, inputKinds, type Kind } from '../rules/kind.ts';
import type { ByLanguage, Guard, Knowledge, Propagator, Rule, RuleGroup, Sanitizer, Sink, Source } from '../rules/rule.ts';
import { compileInterest } from './compile-interest.ts';
import { NameBuilder } from './compile-names.ts';
import { compileSinks } from './compile-sinks.ts';
import type { Compiled, EffectOf, GuardForms, GuardOf, SourceOf, When } from './compiled.ts';
import { type Compiling, compileCondition, patternOf } from './conditions.ts';
import { ofLanguage } from './of-language.ts';
import { parsePlace } from './places.ts';

const maximalKinds = 31;

type Ready = Compiling & { readonly names: NameBuilder; readonly inputMask: number };

const whenOf = (condition: Condition | undefined, ready: Ready): When | undefined =>
  condition === undefined ? undefined : compileCondition(condition, ready);

const maskOf = (kinds: readonly Kind[] | '*' | undefined, ready: Ready): number =>
  kinds === undefined ? 0 : kinds === '*' ? -1 : kinds.reduce((mask, kind) => mask | ready.bitOf(kind), 0);

const sourceOf = (source: Source, ready: Ready): SourceOf => {
  const kinds = source.kinds === undefined ? ready.inputMask : maskOf(source.kinds, ready);
  return {
    source,
    mask: kinds & ~maskOf(source.from === 'parameter' ? source.notKinds : undefined, ready),
    into: (source.from === 'call' ? source.into : undefined)?.map(parsePlace) ?? [],
    when: whenOf(source.from === 'call' ? source.when : undefined, ready),
    note: ('note' in source ? source.note : undefined) ?? 'comes in',
  };
};

const effectOf = (effect: Sanitizer | Propagator, ready: Ready): EffectOf => {
  const isSanitizer = 'clears' in effect;
  const propagator: Propagator = isSanitizer ? {} : effect;
  return {
    from: (isSanitizer ? ('call' in effect ? effect.of : undefined) : effect.from)?.map(parsePlace),
    to: propagator.to === undefined ? undefined : parsePlace(propagator.to),
    aspect: propagator.aspect,
    marks: propagator.marks,
    clears: isSanitizer ? maskOf(effect.clears, ready) : maskOf(propagator.takes, ready),
    clean: isSanitizer && effect.clears === '*',
    revives: maskOf(propagator.revives, ready),
    puts: maskOf(propagator.puts, ready),
    builds: propagator.builds,
    when: whenOf(effect.when, ready),
  };
};

const guardOf = (guard: Guard, ready: Ready): GuardOf => {
  const text = guard.guard === 'lacks' || guard.guard === 'prefix' ? guard.text : guard.guard === 'type' ? guard.types : undefined;
  return {
    clears: maskOf(guard.clears, ready),
    aspect: guard.aspect,
    marked: guard.marked,
    when: whenOf(guard.when, ready),
    on: guard.guard === 'call' ? parsePlace(guard.on) : undefined,
    holds: guard.guard === 'call' ? guard.holds : 'true',
    text: text === undefined ? undefined : patternOf(text),
    constant: (guard.guard === 'membership' && guard.of === 'constant') || (guard.guard === 'equality' && guard.to === 'constant'),
    side: guard.guard === 'bound' ? guard.side : undefined,
    suffix: guard.guard === 'prefix' && guard.suffix === true,
    orUnknown: guard.guard === 'prefix' && guard.orUnknown === true,
  };
};

const guardForms = (guards: readonly Guard[], ready: Ready): GuardForms => {
  const of = (form: Guard['guard']) => guards.filter(({ guard }) => guard === form).map((guard) => guardOf(guard, ready));
  return {
    membership: of('membership'),
    equality: of('equality'),
    pattern: of('pattern'),
    type: of('type'),
    bound: of('bound'),
    lacks: of('lacks'),
    prefix: of('prefix'),
  };
};

const addSource = (source: Source, ready: Ready): void => {
  const made = sourceOf(source, ready);
  if (source.from === 'member') for (const entry of ready.names.entries(source.of, 'read')) entry.sources.push(made);
  if (source.from === 'call') for (const entry of ready.names.entries(source.of, 'called')) entry.sources.push(made);
};

const addSanitizer = (sanitizer: Sanitizer, ready: Ready): void => {
  const made = effectOf(sanitizer, ready);
  if ('call' in sanitizer) for (const entry of ready.names.entries(sanitizer.call, 'called')) entry.sanitizers.push(made);
  if ('member' in sanitizer) for (const entry of ready.names.entries(sanitizer.member, 'read')) entry.sanitizers.push(made);
};

const addPropagator = (propagator: Propagator, ready: Ready): void => {
  const made = effectOf(propagator, ready);
  for (const entry of ready.names.entries(propagator.call ?? [], 'called')) entry.propagators.push(made);
  for (const entry of ready.names.entries(propagator.member ?? [], 'read')) entry.propagators.push(made);
};

/** The kinds that some sink or test of the language asks for, and their bits. Throws an Error where there are too many. */
const bitsOf = (language: Language, rules: readonly Rule[], sinks: readonly Sink[]): ReadonlyMap<string, number> => {
  const used = new Set<string>();
  for (const rule of rules) if (rule.kind !== undefined) used.add(rule.kind);
  for (const sink of sinks) if (typeof sink.kind === 'string') used.add(sink.kind);
  for (const [, kind] of JSON.stringify(sinks).matchAll(/"carries":"([\w-]+)"/g)) if (kind !== undefined) used.add(kind);
  if (used.size > maximalKinds) {
    throw new Error(
      `The rules of ${language} speak of ${used.size} kinds of harm; the engine tells ${maximalKinds} apart. Give up a kind that few rules need.`,
    );
  }
  return new Map([...used].sort().map((kind, at) => [kind, 1 << at]));
};

const namedSources = (sources: readonly Source[], ready: Ready): Compiled['named'] =>
  sources.flatMap((source) =>
    source.from === 'named' && maskOf(source.kinds, ready) !== 0
      ? [{ pattern: patternOf(source.names), mask: maskOf(source.kinds, ready), note: source.note ?? 'is named so' }]
      : [],
  );

/** Rules and knowledge of one language. Throws an Error where a rule is malformed, which its tests show. */
export const compile = (groups: readonly RuleGroup[], language: Language): Compiled => {
  const rules = groups.flatMap((group) => group.rules.filter((rule) => ofLanguage(rule.sinks, language).length > 0));
  const bits = bitsOf(
    language,
    rules,
    rules.flatMap((rule) => ofLanguage(rule.sinks, language)),
  );
  const names = new NameBuilder(language);
  const bitOf = (kind: string): number => bits.get(kind) ?? 0;
  const inputMask = inputKinds.reduce((mask, kind) => mask | bitOf(kind), 0);
  const ready: Ready = { root: names.root, bitOf, names, inputMask };
  const knowledge: readonly Knowledge[] = groups.flatMap((group) => [group, ...group.rules]);
  const all = <T>(pick: (each: Knowledge) => ByLanguage<T> | undefined): readonly T[] =>
    knowledge.flatMap((each) => ofLanguage(pick(each), language));

  for (const { name, is } of all((each) => each.types)) names.alias(name, is);
  for (const { name, is } of all((each) => each.assumed)) names.assume(name, is);
  const sources = all((each) => each.sources);
  const sanitizers = all((each) => each.sanitizers);
  const guards = all((each) => each.guards);
  for (const source of sources) addSource(source, ready);
  for (const sanitizer of sanitizers) addSanitizer(sanitizer, ready);
  for (const propagator of all((each) => each.propagators)) addPropagator(propagator, ready);
  for (const guard of guards)
    if (guard.guard === 'call') for (const entry of names.entries(guard.call, 'called')) entry.guards.push(guardOf(guard, ready));
  for (const { call, is, of, by, holds } of all((each) => each.checks)) {
    const check = { is, of: parsePlace(of), by: parsePlace(by), holds: holds ?? 'true' };
    for (const entry of names.entries(call, 'called')) entry.checks.push(check);
  }
  const from = (form: Source['from']) => sources.filter((source) => source.from === form).map((source) => sourceOf(source, ready));
  const operators = new Map<string, number>();
  for (const sanitizer of sanitizers)
    if ('operator' in sanitizer)
      for (const operator of sanitizer.operator) operators.set(operator, (operators.get(operator) ?? 0) | maskOf(sanitizer.clears, ready));
  return {
    bits,
    sinks: compileSinks(rules, language, ready),
    names: names.table(),
    guards: guardForms(guards, ready),
    parameters: from('parameter'),
    named: namedSources(sources, ready),
    caught: from('caught'),
    declared: from('declared'),
    literals: from('literal'),
    casts: sanitizers.flatMap((each) => ('cast' in each ? [{ pattern: patternOf(each.cast), clears: maskOf(each.clears, ready) }] : [])),
    operators,
    textMask: maskOf(textKinds, ready),
    interest: compileInterest(rules, (rule) => ofLanguage(rule.sinks, language), sources),
    dangers: [...bits].map(([kind, bit]) => ({ bit, characters: Object.entries(dangers).find(([name]) => name === kind)?.[1] ?? '' })),
    memory: { words: new Map(), surfaces: new WeakMap() },
  };
};
