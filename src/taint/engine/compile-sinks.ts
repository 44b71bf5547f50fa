/** Sinks of one language by their form, and those of calls hung on their names. */
import type { Language } from '../../core/index.ts';
import type { Rule, Sink } from '../rules/rule.ts';
import type { NameBuilder } from './compile-names.ts';
import type { SinkForms, SinkOf } from './compiled.ts';
import { type Compiling, compileCondition, patternOf } from './conditions.ts';
import { ofLanguage } from './of-language.ts';
import { parsePlace } from './places.ts';

export type SinkCompiling = Compiling & { readonly names: NameBuilder };

const everyArgument = [parsePlace('*')];

const sinkOf = (rule: Rule, sink: Sink, compiling: SinkCompiling): SinkOf => {
  const kind = sink.kind === undefined ? rule.kind : sink.kind;
  const places = 'call' in sink ? (sink.args?.map(parsePlace) ?? everyArgument) : [];
  return {
    rule,
    sink,
    bit: kind === undefined || kind === null ? 0 : compiling.bitOf(kind),
    places,
    when: sink.when === undefined ? undefined : compileCondition(sink.when, compiling),
    within:
      sink.within === undefined
        ? undefined
        : { named: sink.within.named === undefined ? undefined : patternOf(sink.within.named), route: sink.within.route === true },
    message: sink.message ?? rule.message,
  };
};

type Each = { readonly sink: Sink; readonly made: SinkOf };

/** `*.innerHTML` and `innerHTML` → `innerHTML`; a path keeps its last word, which is what assignments are found by. */
const lastWords = (names: readonly string[]): readonly string[] => names.map((name) => name.split(/[.#]/).at(-1) ?? name);

export const compileSinks = (rules: readonly Rule[], language: Language, compiling: SinkCompiling): SinkForms => {
  const all: readonly Each[] = rules.flatMap((rule) =>
    ofLanguage(rule.sinks, language).map((sink) => ({ sink, made: sinkOf(rule, sink, compiling) })),
  );
  for (const { sink, made } of all)
    if ('call' in sink) for (const entry of compiling.names.entries(sink.call, 'called')) entry.sinks.push(made);
  const having = (key: string): readonly SinkOf[] => all.filter(({ sink }) => key in sink).map(({ made }) => made);
  return {
    returned: having('returned'),
    assigned: all.flatMap(({ sink, made }) =>
      'assigned' in sink ? [{ ...made, names: lastWords(sink.assigned), entries: sink.entries === true }] : [],
    ),
    built: having('built'),
    indexedObject: all.flatMap(({ sink, made }) => ('indexed' in sink && sink.indexed === 'object' ? [made] : [])),
    indexedIndex: all.flatMap(({ sink, made }) => ('indexed' in sink && sink.indexed === 'index' ? [made] : [])),
    dereferenced: having('dereferenced'),
    divided: having('divided'),
    computed: having('computed'),
    thrown: having('thrown'),
    looped: having('looped'),
    named: all.flatMap(({ sink, made }) => ('named' in sink ? [{ ...made, pattern: patternOf(sink.named) }] : [])),
    compared: having('compared'),
    cast: all.flatMap(({ sink, made }) => ('cast' in sink ? [{ ...made, pattern: patternOf(sink.cast) }] : [])),
    literal: having('literal'),
    imported: all.flatMap(({ sink, made }) => ('imported' in sink ? [{ ...made, modules: sink.imported }] : [])),
    absence: having('absence'),
    lost: having('lost'),
  };
};
