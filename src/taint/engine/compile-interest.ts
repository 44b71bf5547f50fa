/** What the sinks of a language need to be in a function at least. */
import type { Rule, Sink, Source } from '../rules/rule.ts';
import type { Interest } from './compiled.ts';
import { patternOf } from './conditions.ts';
import { pathWords } from './path-node.ts';

type Building = {
  everywhere: boolean;
  readonly words: Set<string>;
  readonly hints: Set<string>;
  readonly within: Set<string>;
  readonly literals: Set<string>;
};

const addCalls = (names: readonly string[], building: Building): void => {
  for (const name of names) {
    if (/^\/.+\/[a-z]*$/s.test(name)) continue; // Patterns are asked of each word (variables.ts).
    const last = pathWords(name)
      .filter((word) => word !== '()' && word !== '*')
      .at(-1);
    if (last === undefined) building.everywhere = true;
    else building.words.add(last.split('::').at(-1) ?? last);
  }
};

const addSink = (sink: Sink, building: Building): void => {
  if (sink.hint !== undefined) building.hints.add(sink.hint);
  else if ('call' in sink) addCalls(sink.call, building);
  else if ('assigned' in sink) addCalls(sink.assigned, building);
  else if ('literal' in sink) building.literals.add(sink.literal);
  else if ('returned' in sink && sink.within?.named !== undefined && sink.within.route === undefined)
    building.within.add(sink.within.named);
  else if ('absence' in sink || 'imported' in sink || 'named' in sink || ('returned' in sink && sink.within?.route === true)) return;
  else building.everywhere = true;
};

/** Of the sinks of one language. Names of sinks are asked of each word elsewhere, functions that handle requests are always followed. */
export const compileInterest = (rules: readonly Rule[], sinksOf: (rule: Rule) => readonly Sink[], sources: readonly Source[]): Interest => {
  const incoming: Building = { everywhere: false, words: new Set(), hints: new Set(), within: new Set(), literals: new Set() };
  for (const source of sources) if (source.from === 'member' || source.from === 'call') addCalls(source.of, incoming);
  const building: Building = { everywhere: false, words: new Set(), hints: new Set(), within: new Set(), literals: new Set() };
  for (const rule of rules) for (const sink of sinksOf(rule)) addSink(sink, building);
  return {
    everywhere: building.everywhere || building.literals.has('string') || building.literals.has('number'),
    words: building.words,
    hints: [...building.hints].map((hint) => patternOf(hint, /[A-Z]/.test(hint) ? '' : 'i')),
    within: [...building.within].map((name) => patternOf(name)),
    literals: building.literals,
    sources: incoming.words,
  };
};
