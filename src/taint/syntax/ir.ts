/**
 * The small language that every front end lowers to and the engine reads. It keeps what data and decisions depend on, in the order
 * in which it is evaluated, and drops the rest. A front end never fails: what it does not understand becomes `other`, with the
 * children that it could still lower, so that the engine can say what it did not see.
 *
 * Nodes are immutable. A statement that did not change between two versions of a text keeps its identity: the engine's memory
 * hangs on it.
 */
import type { Language } from '../../core/index.ts';

/** Where a node stands. Offsets are 0-based UTF-16 units, `end` exclusive; lines and columns are 1-based, `endColumn` exclusive. */
export type Span = {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

type At = { readonly span: Span };

/** `value` of a string is what the program sees, escapes resolved; of a regex its source without delimiters. */
export type Literal = At & {
  readonly kind: 'literal';
  readonly type: 'string' | 'bytes' | 'char' | 'number' | 'boolean' | 'null' | 'regex';
  readonly value: string | number | boolean | null;
  /** Of a regex: its flags. */
  readonly flags?: string;
};

export type Name = At & { readonly kind: 'name'; readonly name: string };

/** `object.property`; C's `->`, Java's and Go's selectors, `self.x` and `this.x`, and C++'s `a::b` too. `#x` keeps its mark. */
export type Member = At & { readonly kind: 'member'; readonly object: Expression; readonly property: string; readonly optional?: true };

export type Index = At & { readonly kind: 'index'; readonly object: Expression; readonly index: Expression };

export type Slice = At & { readonly kind: 'slice'; readonly object: Expression; readonly from?: Expression; readonly to?: Expression };

export type Argument = {
  readonly value: Expression;
  /** Of a keyword argument. */
  readonly name?: string;
  /** `*args`, `...args`, and `**kwargs` with `keywords`. */
  readonly spread?: 'items' | 'keywords';
};

/**
 * `new X(…)` is a call of `X` with `isNew`; a tagged template is a call of its tag with the template's parts. C++'s `T t(a)`, `T t{a}`
 * and `T{a}` are new `T`s, its `new T[n]` a call of `new[]` with the length; names of templates stand without their arguments.
 * An element of JSX is a call of `jsx` with its tag (a text, or the component), the map of its attributes, and its children.
 */
export type Call = At & { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[]; readonly isNew?: true };

/** Arithmetic, bits, string joining: `+ - * / // % ** << >> >>> & | ^ @`, C++'s `<=>`; and `,`, which is its right side. */
export type Binary = At & { readonly kind: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression };

/** Equality is one word in all languages: `===` and Python's `==` are `==`; `is` is identity. Chains are joined by `and`. */
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not' | 'instanceof';
export type Compare = At & {
  readonly kind: 'compare';
  readonly op: CompareOperator;
  readonly left: Expression;
  readonly right: Expression;
};

export type Logical = At & {
  readonly kind: 'logical';
  readonly op: 'and' | 'or' | 'coalesce';
  readonly left: Expression;
  readonly right: Expression;
};

export type Not = At & { readonly kind: 'not'; readonly operand: Expression };

/** `-` `+` `~`, and C's and Go's `*` (dereference) and `&` (address), `sizeof`, `typeof`, `<-`. `++` and `--` are assignments. */
export type Unary = At & { readonly kind: 'unary'; readonly op: string; readonly operand: Expression };

/**
 * Text put together by the syntax itself: f-strings and template literals. The constant parts are string literals, in order.
 * `{x!r}` of an f-string is a call of `repr`, `{x:spec}` one of `format` with the text of the spec.
 */
export type Template = At & { readonly kind: 'template'; readonly parts: readonly Expression[] };

export type Entry = { readonly key?: Expression; readonly value: Expression; readonly spread?: true };

/**
 * Lists, tuples, sets, dictionaries, objects, array and composite initialisers. A shorthand `{a}` has key and value. The name of a
 * property is a string literal as key. A class as a value is the map of its members, with its name or `class` for `typeName`.
 */
export type Collection = At & {
  readonly kind: 'collection';
  readonly type: 'list' | 'tuple' | 'set' | 'map';
  readonly entries: readonly Entry[];
  /** The type written before Go's and Java's initialisers. */
  readonly typeName?: string;
};

/** A function as a value: lambda, arrow, anonymous class with one method, Go's func literal. */
export type FunctionValue = At & { readonly kind: 'function'; readonly function: FunctionNode };

export type Conditional = At & {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
};

/** An assignment used as a value; `op` as in `Assignment`. `x++` has the op `+` and the value 1, wherever it stands. */
export type AssignValue = At & { readonly kind: 'assign'; readonly target: Target; readonly op?: string; readonly value: Expression };

export type Clause =
  | { readonly kind: 'for'; readonly target: Target; readonly iterable: Expression }
  | { readonly kind: 'if'; readonly test: Expression };

export type Comprehension = At & {
  readonly kind: 'comprehension';
  readonly type: 'list' | 'set' | 'map' | 'generator';
  readonly key?: Expression;
  readonly element: Expression;
  readonly clauses: readonly Clause[];
};

/** `(int) x`, `x as T`, `static_cast<T>(x)`, Go's `x.(T)` and conversions by a type's name. `type` is as written. */
export type Cast = At & { readonly kind: 'cast'; readonly type: string; readonly operand: Expression };

/** Awaited, yielded, spread, parenthesised by syntax that changes nothing of the data. */
export type Wrapped = At & { readonly kind: 'await' | 'yield' | 'spread'; readonly operand: Expression };

/** What the front end did not understand. */
export type Other = At & { readonly kind: 'other'; readonly syntax: string; readonly children: readonly Expression[] };

export type Expression =
  | Literal
  | Name
  | Member
  | Index
  | Slice
  | Call
  | Binary
  | Compare
  | Logical
  | Not
  | Unary
  | Template
  | Collection
  | FunctionValue
  | Conditional
  | AssignValue
  | Comprehension
  | Cast
  | Wrapped
  | Other;

/**
 * Where a value goes. Several results are taken apart by place: Go's `a, err := f()` has one `destructure`, and `a, b = b, a` has
 * one too, with a tuple on the right. A slice as a target, `ch[:]`, is some element of it: what Go sends on a channel goes there.
 */
export type Target =
  | Name
  | Member
  | Index
  | Slice
  | (At & { readonly kind: 'dereference'; readonly operand: Expression })
  | (At & {
      readonly kind: 'destructure';
      readonly elements: readonly {
        /** The property, where it is taken by name. What `[a, , b]` leaves out is a target of an empty name. */
        readonly key?: string;
        readonly target: Target;
        readonly fallback?: Expression;
        readonly rest?: true;
      }[];
    })
  | Other;

export type Block = readonly Statement[];

/**
 * `a = b = 1` has two targets. `op` of `x += 1` is `+`. A declaration has `declares`, and no value where it has no initialiser:
 * `char buf[64];` declares type `char` with `length` 64.
 */
export type Assignment = At & {
  readonly kind: 'assignment';
  readonly targets: readonly Target[];
  readonly op?: string;
  readonly value?: Expression;
  readonly declares?: { readonly type?: string; readonly length?: Expression; readonly constant?: true };
};

export type Statement =
  | Assignment
  | (At & { readonly kind: 'expression'; readonly value: Expression })
  | (At & { readonly kind: 'if'; readonly test: Expression; readonly then: Block; readonly otherwise?: Block })
  | (At & {
      readonly kind: 'loop';
      readonly before: Block;
      /** Absent: for ever. */
      readonly test?: Expression;
      readonly update: readonly Expression[];
      readonly body: Block;
      /** `do … while`. */
      readonly testsAfter?: true;
      readonly otherwise?: Block;
    })
  | (At & {
      readonly kind: 'for-each';
      readonly target: Target;
      /** JavaScript's `for in` and the first name of Go's `range` yield keys. */
      readonly yields: 'items' | 'keys' | 'pairs';
      readonly iterable: Expression;
      readonly body: Block;
      readonly otherwise?: Block;
    })
  | (At & {
      readonly kind: 'switch';
      readonly subject?: Expression;
      /**
       * Without tests: the default. `falls`: runs on into the next case. A test is a value that the subject is compared with, but for
       * a `compare`, which is a test of its own (patterns of types). The `break` that ends a case is left out; others leave the switch.
       * What a pattern binds is assigned at the start of the body; a guard is an `if` around the rest of it.
       */
      readonly cases: readonly { readonly tests: readonly Expression[]; readonly body: Block; readonly falls?: true }[];
    })
  | (At & {
      readonly kind: 'try';
      readonly body: Block;
      readonly handlers: readonly { readonly types: readonly string[]; readonly name?: string; readonly body: Block }[];
      readonly otherwise?: Block;
      readonly finally?: Block;
    })
  /** Python's `with`, Java's try-with-resources. */
  | (At & {
      readonly kind: 'with';
      readonly items: readonly { readonly value: Expression; readonly target?: Target }[];
      readonly body: Block;
    })
  | (At & { readonly kind: 'return' | 'throw'; readonly value?: Expression })
  | (At & { readonly kind: 'break' | 'continue'; readonly label?: string })
  | (At & { readonly kind: 'goto' | 'label'; readonly label: string })
  /** Go's `defer` and `go`. */
  | (At & { readonly kind: 'defer' | 'spawn'; readonly call: Expression })
  | (At & { readonly kind: 'assert'; readonly test: Expression })
  | (At & { readonly kind: 'delete'; readonly target: Target })
  | (At & { readonly kind: 'function'; readonly function: FunctionNode })
  | (At & { readonly kind: 'class'; readonly class: ClassNode })
  | Import
  | (At & { readonly kind: 'block'; readonly body: Block })
  /** What the front end did not understand, with what it could still lower. */
  | (At & { readonly kind: 'other-statement'; readonly syntax: string; readonly children: readonly Expression[]; readonly body: Block });

/**
 * `module` is the dotted or slashed path as written: `os.path`, `node:fs`, `crypto/tls`, `java.io.File`, `stdio.h`. Without `names`
 * the module itself is bound to `as` (Go: the last word of the path); without either, nothing is bound (C; `import "x"`; Python's
 * `import a.b` is an import of `a` as `a` and one of `a.b` that binds nothing). `name` `*` means everything, `default` the default.
 */
export type Import = At & {
  readonly kind: 'import';
  readonly module: string;
  readonly as?: string;
  readonly names: readonly { readonly name: string; readonly as: string }[];
};

export type Parameter = At & {
  readonly target: Target;
  /** As written, without spaces but between words: `str`, `char*`, `unsigned long`. C's qualifiers (`const`) are left out. */
  readonly type?: string;
  readonly fallback?: Expression;
  /** `receiver`: `self`, `this`, Go's receiver, which is first. */
  readonly role: 'plain' | 'items' | 'keywords' | 'receiver';
  /** `@RequestParam("x")`, decorators of a parameter. */
  readonly annotations: readonly Expression[];
};

export type FunctionNode = At & {
  /** Empty for a function without one. Constructors: `__init__`, `constructor`; `<init>` in Java and C++. C++'s `operator==`, `~A`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returnType?: string;
  readonly body: Block;
  /** Decorators and annotations: `@app.route("/x")` is a call, `@Override` a name. */
  readonly decorators: readonly Expression[];
  readonly isAsync?: true;
  readonly isStatic?: true;
  /** A lambda's body that is an expression is one `return`. */
  readonly isArrow?: true;
};

export type ClassNode = At & {
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly decorators: readonly Expression[];
  /** Fields and their initialisers as declarations, methods as function statements, nested classes, static blocks. */
  readonly body: Block;
};

export type Program = {
  readonly language: Language;
  readonly body: Block;
  /** Places that the parser could not make sense of. */
  readonly errors: readonly Span[];
};
