/** Rules of one language, made ready: kinds are bits, names a tree, conditions functions. */
import type { Check, Rule, Sink, Source } from '../rules/rule.ts';
import type { PathNode } from './path-node.ts';
import type { Place } from './places.ts';
import type { Site } from './site.ts';

export type When = (site: Site) => boolean;

export type SinkOf = {
  readonly rule: Rule;
  readonly sink: Sink;
  /** 0: no flow is wanted. */
  readonly bit: number;
  readonly places: readonly Place[];
  readonly when: When | undefined;
  readonly within: { readonly named: RegExp | undefined; readonly route: boolean } | undefined;
  readonly message: string;
};

export type SourceOf = {
  readonly source: Source;
  readonly mask: number;
  readonly into: readonly Place[];
  readonly when: When | undefined;
  readonly note: string;
};

/** What a call does to what goes through it; the sanitizer's and the propagator's facts in one. */
export type EffectOf = {
  readonly from: readonly Place[] | undefined;
  readonly to: Place | undefined;
  readonly aspect: string | undefined;
  readonly marks: readonly string[] | undefined;
  readonly clears: number;
  readonly clean: boolean;
  readonly revives: number;
  readonly puts: number;
  readonly builds: 'concat' | 'percent' | 'braces' | 'join' | undefined;
  readonly when: When | undefined;
};

export type GuardOf = {
  readonly clears: number;
  readonly aspect: string | undefined;
  readonly marked: string | undefined;
  readonly when: When | undefined;
  readonly on: Place | undefined;
  readonly holds: 'true' | 'false' | 'returns' | 'negative' | 'not-negative' | 'zero' | 'null' | 'not-null';
  readonly text: RegExp | undefined;
  readonly constant: boolean;
  readonly side: 'below' | 'above' | 'not-zero' | 'not-null' | 'empty' | undefined;
  readonly suffix: boolean;
  readonly orUnknown: boolean;
};

export type CheckOf = {
  readonly is: Check['is'];
  readonly of: Place;
  readonly by: Place;
  readonly holds: 'true' | 'zero' | 'not-null' | 'not-negative' | 'returns';
};

/** All that rules say of one name. */
export type Entry = {
  readonly sinks: SinkOf[];
  readonly sources: SourceOf[];
  readonly sanitizers: EffectOf[];
  readonly propagators: EffectOf[];
  readonly guards: GuardOf[];
  readonly checks: CheckOf[];
};

export const emptyEntry = (): Entry => ({ sinks: [], sources: [], sanitizers: [], propagators: [], guards: [], checks: [] });

/** `*.a.b`: `before` are the words between the star and the last. */
export type MethodEntry = { readonly before: readonly string[]; readonly entry: Entry };

export type NameTable = {
  readonly root: PathNode;
  /** What rules say of calling a thing, and of reading it. */
  readonly called: ReadonlyMap<PathNode, Entry>;
  readonly read: ReadonlyMap<PathNode, Entry>;
  readonly calls: ReadonlyMap<string, readonly MethodEntry[]>;
  readonly reads: ReadonlyMap<string, readonly MethodEntry[]>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly entry: Entry }[];
  readonly methodResults: ReadonlyMap<string, PathNode>;
  readonly assumed: ReadonlyMap<string, PathNode>;
};

export type GuardForms = {
  readonly membership: readonly GuardOf[];
  readonly equality: readonly GuardOf[];
  readonly pattern: readonly GuardOf[];
  readonly type: readonly GuardOf[];
  readonly bound: readonly GuardOf[];
  readonly lacks: readonly GuardOf[];
  readonly prefix: readonly GuardOf[];
};

export type SinkForms = {
  readonly returned: readonly SinkOf[];
  readonly assigned: readonly (SinkOf & { readonly names: readonly string[]; readonly entries: boolean })[];
  readonly built: readonly SinkOf[];
  readonly indexedObject: readonly SinkOf[];
  readonly indexedIndex: readonly SinkOf[];
  readonly dereferenced: readonly SinkOf[];
  readonly divided: readonly SinkOf[];
  readonly computed: readonly SinkOf[];
  readonly thrown: readonly SinkOf[];
  readonly looped: readonly SinkOf[];
  readonly named: readonly (SinkOf & { readonly pattern: RegExp })[];
  readonly compared: readonly SinkOf[];
  readonly cast: readonly (SinkOf & { readonly pattern: RegExp })[];
  readonly literal: readonly SinkOf[];
  readonly imported: readonly (SinkOf & { readonly modules: readonly string[] })[];
  readonly absence: readonly SinkOf[];
  readonly lost: readonly SinkOf[];
};

export type Compiled = {
  readonly bits: ReadonlyMap<string, number>;
  readonly names: NameTable;
  readonly guards: GuardForms;
  readonly sinks: SinkForms;
  readonly parameters: readonly SourceOf[];
  readonly named: readonly { readonly pattern: RegExp; readonly mask: number; readonly note: string }[];
  readonly caught: readonly SourceOf[];
  readonly declared: readonly SourceOf[];
  readonly literals: readonly SourceOf[];
  readonly casts: readonly { readonly pattern: RegExp; readonly clears: number }[];
  readonly operators: ReadonlyMap<string, number>;
  /** What a number cannot do. */
  readonly textMask: number;
  readonly dangers: readonly { readonly bit: number; readonly characters: string }[];
  readonly interest: Interest;
  /** By name: what `named`, patterns and sinks by name say; filled as names are met. */
  readonly memory: { readonly words: Map<string, WordFacts>; readonly surfaces: WeakMap<object, Surface> };
};

/** What stands in a part of a text. */
export type Surface = {
  /** What is called: `read`, and of methods of the same object `self.read`. */
  readonly calls: ReadonlySet<string>;
  /** Every name and property. */
  readonly words: ReadonlySet<string>;
  /** Something in it may be found. */
  readonly isInteresting: boolean;
  /** Something may come in by it. */
  readonly hasSources: boolean;
};

/** What makes a function worth following: without any of it, nothing can be found in it. */
export type Interest = {
  /** Some sink may be anywhere. */
  readonly everywhere: boolean;
  /** The last words of calls and assignments that are sinks. */
  readonly words: ReadonlySet<string>;
  readonly hints: readonly RegExp[];
  /** Of functions and classes in which what is returned is a sink. */
  readonly within: readonly RegExp[];
  /** A regular expression that is written out. */
  readonly literals: ReadonlySet<string>;
  /** The last words of what comes in. */
  readonly sources: ReadonlySet<string>;
};

/** What rules say of a bare word, found out once for each. */
export type WordFacts = {
  /** Kinds that a variable of this name carries by itself. */
  readonly mask: number;
  readonly note: string;
  readonly sinks: Compiled['sinks']['named'];
  readonly patterns: readonly Entry[];
  readonly isInteresting: boolean;
  readonly isSource: boolean;
};
