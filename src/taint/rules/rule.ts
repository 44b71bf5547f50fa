/**
 * The form of a rule: plain data, no functions, so that it can be printed, hashed, and shipped. A group (one file for each group of
 * weaknesses) is a `RuleGroup`; `rules/index.ts` lists the groups; `test/taint/rules.test.ts` runs every example of every rule.
 *
 * Writing one, in short:
 *
 *     export const redirect: RuleGroup = {
 *       name: 'redirect',
 *       rules: [{
 *         id: 'open-redirect', cwe: 'CWE-601', severity: 'medium', kind: 'redirect',
 *         message: 'A browser is sent where the request says.',
 *         sinks: { python: [{ call: ['flask.redirect', 'django.shortcuts.redirect'], args: ['0:location'] }],
 *                  javascript: [{ call: ['*.redirect'], args: ['last'] }] },
 *         guards: { python: [{ guard: 'call', call: ['django.utils.http.url_has_allowed_host_and_scheme'], on: '0:url', holds: 'true', clears: ['redirect'] }] },
 *         examples: [{ language: 'python', bad: '…', good: '…' }],
 *       }],
 *     };
 *
 * - A sink with a `kind` (its own or the rule's) wants a value that still carries that kind. A rule without `kind` is about the form of the
 *   code alone: a match is a finding (weak hash, `verify=False`).
 * - What is common to a language stands in `rules/common/<language>.ts` (sources, propagators, types, guards): look there first. A rule's or
 *   group's own sources, sanitizers, guards … are added to them, for all rules of the language: they say what a library does, which is true everywhere.
 * - `examples` are code of our own: `bad` must be flagged by this rule, `good` by no rule of its group. Write `good` as the bad one with the fix that
 *   people really make: mostly a guard. Give at least one for each language, and one for each sort of fix.
 * - What the form cannot say: put it on the list at the end of docs/adding/taint-rule.md (or tell the lead). Don't bend another form to it.
 */
import type { CweId, Language, Severity } from '../../core/index.ts';
import type { Condition } from './condition.ts';
import type { Kind } from './kind.ts';

export type { Condition, Test } from './condition.ts';
export type { Kind } from './kind.ts';

/** `javascript` holds for TypeScript too, `c` for C++ too, `all` for every language. */
export type ByLanguage<T> = { readonly [language in Language | 'all']?: readonly T[] };

/**
 * Names of functions, classes, properties.
 *
 * - `subprocess.run`, `os.path.join`, `crypto/tls.Config`: the path by which it is imported, whatever it is called here. Modules of Node
 *   without `node:`; Go's packages by their last word (`exec.Command`); Java's classes by their simple name (`Runtime.getRuntime().exec`);
 *   a function of C by its name. A name that is bound nowhere in the text is taken for what `common` assumes it to be, else for a global of that name.
 * - `sqlite3.Cursor#execute`: a method of an instance of that type; `sqlite3.Cursor()` is such an instance. Types come from constructors, from what
 *   `types` says of a call, and from annotations.
 * - `*.execute`: a method of that name on any receiver. `*.query.*`: any property of a property of that name.
 * - `/^_?run_(cmd|command)$/i`: a function or method whose last name matches, if it is not known and its body not in the text. Keep these few.
 */
export type Names = readonly string[];

/**
 * A place in a call: `0`, `1` … positions; `1:shell` position or keyword, `:shell` keyword alone; `1+` from there on; `last`; `*` every argument;
 * `this` the receiver; `result`. Followed by `.name` for a field (`1.shell` of an options object) or `[]` for the elements of a list (`0[]`), `[0]`, `[1+]`.
 */
export type Place = string;

export type Source =
  /** Parameters of functions that are called from outside. */
  | {
      readonly from: 'parameter';
      /** Regular expressions on its name and type (as written, without spaces). */
      readonly named?: string;
      readonly notNamed?: string;
      readonly typed?: string;
      readonly notTyped?: string;
      /** Only of functions with such a decorator, annotation or name; `route` are handlers of a web framework. */
      readonly of?: 'route' | 'constructor';
      readonly kinds?: readonly Kind[];
      readonly notKinds?: readonly Kind[];
      readonly note?: string;
    }
  /** Reading a property: `flask.request.args`, `*.searchParams`. */
  | { readonly from: 'member'; readonly of: Names; readonly kinds?: readonly Kind[]; readonly note?: string }
  /** What a call yields, or writes `into` its arguments. */
  | {
      readonly from: 'call';
      readonly of: Names;
      readonly into?: readonly Place[];
      readonly when?: Condition;
      readonly kinds?: readonly Kind[];
      readonly note?: string;
    }
  /** Variables, parameters and properties by name: passwords carry `secret`. */
  | { readonly from: 'named'; readonly names: string; readonly kinds: readonly Kind[]; readonly note?: string }
  /** The error of an `except` or `catch`, and Go's `err`. */
  | { readonly from: 'caught'; readonly kinds: readonly Kind[]; readonly note?: string }
  /** A declaration without a value. */
  | { readonly from: 'declared'; readonly typed?: string; readonly kinds: readonly Kind[]; readonly note?: string }
  /** Literals that get into a place as they are: for `fixed`. */
  | {
      readonly from: 'literal';
      readonly types: readonly ('string' | 'bytes' | 'number' | 'collection')[];
      readonly kinds: readonly Kind[];
    };

/** Common to all sinks. `kind: null` wants no flow although the rule has a kind. */
type SinkFacts = {
  readonly kind?: Kind | null;
  /** Of the call; of other sinks, `result` is the value itself. */
  readonly when?: Condition;
  /** Only in functions whose name, or whose class's name, matches; or that handle a route. */
  readonly within?: { readonly named?: string; readonly route?: true };
  /** In place of the rule's. */
  readonly message?: string;
  /**
   * A regular expression, in any case unless it has capitals: a function of whose words and literals none matches is not looked at for this sink. For sinks that are no
   * calls of certain names; without it, they make the analysis read every function.
   */
  readonly hint?: string;
};

export type Sink = SinkFacts &
  (
    | { readonly call: Names; readonly args?: readonly Place[] }
    /** A value that a function yields. */
    | { readonly returned: true }
    /** `x.innerHTML = value`; a keyed entry `{ innerHTML: value }` and a keyword argument count with `entries`. */
    | { readonly assigned: Names; readonly entries?: true }
    /** A text that is put together (`+`, `%`, format, template): test it with `text` on `result`. */
    | { readonly built: true }
    /** `object[index]`: which of the two must be harmless. */
    | { readonly indexed: 'object' | 'index' }
    /** `*p`, `p->x`, `p.x`, `p[i]`, a call of a method on it. */
    | { readonly dereferenced: true }
    /** The right side of `/`, `//`, `%`. */
    | { readonly divided: true }
    /** `+ - * <<` on numbers. */
    | { readonly computed: readonly string[] }
    | { readonly thrown: true }
    /** The test of a loop: how often it runs. */
    | { readonly looped: true }
    /** A name or key that matches is given a value: hard-coded credentials. Conditions test `result`. */
    | { readonly named: string }
    /** Two values are compared; the conditions test places `0` and `1`. */
    | { readonly compared: readonly ('==' | '!=' | '<' | '<=' | '>' | '>=')[] }
    /** A value is cast or converted to a type whose name matches. */
    | { readonly cast: string }
    /** A literal, tested as `result`. */
    | { readonly literal: 'string' | 'regex' | 'number' }
    /** A module is imported. */
    | { readonly imported: Names }
    /** A function that does one thing and lacks another, seen by the words in its body. */
    | { readonly absence: Absence }
    /** A local value with the kind goes out of scope: 401. */
    | { readonly lost: true }
  );

/** Words that stand in a function: each a regular expression, or a call by `Names`. All of `does` and none of `lacks` make a finding. */
export type Absence = {
  readonly does: readonly Word[];
  readonly lacks: readonly Word[];
  /** Look for what is lacking in the whole text, not in the function alone. */
  readonly anywhere?: true;
};
export type Word =
  | { readonly call: Names; readonly when?: Condition }
  /** Decorators and annotations, with their arguments, as text: `app.route('/x', methods=['POST'])`. */
  | { readonly decorator: string }
  | { readonly name: string }
  | { readonly member: string }
  | { readonly string: string }
  /** A comparison with such a name on one of its sides. */
  | { readonly compares: string }
  | { readonly parameter: string }
  | { readonly route: true };

/** What a call, cast or operator takes off the value that it yields. `clears: '*'` is everything: the result is not the input any more. */
export type Sanitizer = { readonly clears: readonly Kind[] | '*'; readonly when?: Condition } & (
  | { readonly call: Names; readonly of?: readonly Place[] }
  | { readonly cast: string }
  | { readonly operator: readonly string[] }
  | { readonly member: Names }
);

/**
 * How taint moves through a call; calls that nobody describes hand on what their receiver and arguments carry.
 * `aspect`: the result is only a part that says something of the whole (`urlparse(u).hostname` is the `host` of `u`).
 * `marks`: what is true of the result from now on: `resolved` (no `..`, no links), `lower`, `based` … ; guards may ask for it.
 * `revives`: decoding makes checks before it void for these kinds. `puts`: kinds laid on `to` (`free` puts `freed` on `0`).
 */
export type Propagator = {
  readonly call?: Names;
  readonly member?: Names;
  readonly from?: readonly Place[];
  readonly to?: Place;
  readonly aspect?: string;
  readonly marks?: readonly string[];
  readonly revives?: readonly Kind[];
  readonly puts?: readonly Kind[];
  readonly takes?: readonly Kind[];
  /**
   * How the text is put together, so that conditions can see it: `from` in order; of `percent` (`%s`) and `braces` (`{}`) the format first, of `join`
   * the separator, then the list. `to: 'this[]'` adds an element to a list.
   */
  readonly builds?: 'concat' | 'percent' | 'braces' | 'join';
  readonly when?: Condition;
};

/**
 * A check. `clears` says what the value cannot do any more where the check holds, and every value that it was made from or that is made from it.
 * `aspect`: the check is of that aspect; without, of the value itself. `marked`: the value must bear this mark.
 */
export type Guard = {
  readonly clears: readonly Kind[] | '*';
  readonly aspect?: string;
  readonly marked?: string;
  readonly when?: Condition;
} /** `x in C`, `C.includes(x)`, `map[x]` found. `constant`: all members are literals, or the name is in capitals; `any`: whatever it is. */ & (
  | { readonly guard: 'membership'; readonly of: 'constant' | 'any' }
  | { readonly guard: 'equality'; readonly to: 'constant' | 'any' }
  /** `holds`: where the call is true, is false, or comes back at all; `null`/`number` compare its result: `not-negative`, `zero`, `absent`, `found`. */
  | {
      readonly guard: 'call';
      readonly call: Names;
      readonly on: Place;
      readonly holds: 'true' | 'false' | 'returns' | 'negative' | 'not-negative' | 'zero' | 'null' | 'not-null';
    }
  /** A regular expression that the whole value matches and that leaves out the kind's dangers (`kind.ts`): found out by the engine. `clears` bounds it. */
  | { readonly guard: 'pattern' }
  /** `isinstance`, `typeof`, `instanceof`, a type switch, against types whose name matches. */
  | { readonly guard: 'type'; readonly types: string }
  /** `x` compared with something: `below` has an upper bound, `above` a lower one, `zero` is not zero, `null` is not null; `empty`: it is false, empty or absent. */
  | { readonly guard: 'bound'; readonly side: 'below' | 'above' | 'not-zero' | 'not-null' | 'empty' }
  /** The value does not contain a text that matches: `'..' not in x`, `!x.includes('/')`, `strstr(x, "..") == NULL`. */
  | { readonly guard: 'lacks'; readonly text: string }
  /** The value begins with a text, or ends with it: a constant that matches `text`, or with `orUnknown` one that is not known; without `text`, anything. */
  | { readonly guard: 'prefix'; readonly text?: string; readonly orUnknown?: true; readonly suffix?: true }
);

/**
 * Calls that are one of the forms of guards: `*.startsWith` is a `prefix`, `strcmp` is `equal` where it yields zero. `of` is what is checked,
 * `by` is what it is held against. `in`: `of` is an element or a part of `by`.
 */
export type Check = {
  readonly call: Names;
  readonly is: 'in' | 'prefix' | 'suffix' | 'equal' | 'type' | 'whole-match' | 'start-match' | 'part-match';
  readonly of: Place;
  readonly by: Place;
  /** Default `true`. `not-negative`: yields a position, or -1. */
  readonly holds?: 'true' | 'zero' | 'not-null' | 'not-negative' | 'returns';
};

export type Example = {
  readonly language: Language;
  readonly bad: string;
  readonly good: string;
  /** Other rules of the group that flag `bad` too are no matter; say here what `good` is about. */
  readonly note?: string;
};

/** What is known of a language's libraries. */
export type Knowledge = {
  readonly sources?: ByLanguage<Source>;
  readonly sanitizers?: ByLanguage<Sanitizer>;
  readonly guards?: ByLanguage<Guard>;
  readonly checks?: ByLanguage<Check>;
  readonly propagators?: ByLanguage<Propagator>;
  /** What calls and properties yield: `{ name: 'sqlite3.connect()', is: 'sqlite3.Connection' }`. */
  readonly types?: ByLanguage<{ readonly name: string; readonly is: string }>;
  /** What a name is where the text does not say: `{ name: 'Path', is: 'pathlib.Path' }`. */
  readonly assumed?: ByLanguage<{ readonly name: string; readonly is: string }>;
};

export type Rule = Knowledge & {
  /** Unique, kebab-case: `command-in-shell`. */
  readonly id: string;
  readonly cwe: CweId;
  /** Other weaknesses that the same finding is. */
  readonly also?: readonly CweId[];
  readonly severity: Severity;
  /** A sentence: what gets where, and what follows. */
  readonly message: string;
  readonly kind?: Kind;
  readonly sinks: ByLanguage<Sink>;
  readonly examples: readonly Example[];
};

export type RuleGroup = Knowledge & { readonly name: string; readonly rules: readonly Rule[] };
