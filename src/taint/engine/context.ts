/** What the parts of the engine share while one text is looked at. */
import type { Language } from '../../core/index.ts';
import type { Block, Expression, FunctionNode, Span, Statement, Target } from '../syntax/ir.ts';
import type { Compiled, SinkOf } from './compiled.ts';
import type { SiteArgument } from './site.ts';
import type { ClassScope, Facts, Frame, FunctionScope, State, Trace, Value } from './value.ts';

/** A match of a rule. `traces` are the ways of what got there, none where no flow was wanted. */
export type RawFinding = { readonly sink: SinkOf; readonly span: Span; readonly traces: readonly Trace[] };

/** A place that the engine could not follow. */
export type Gap = {
  readonly span: Span;
  readonly why: string;
  /** `syntax`: not valid in the language; `unread`: valid, and not understood; `effort`: given up. */
  readonly kind: 'syntax' | 'unread' | 'effort';
};

/** How control leaves a statement other than by its end. */
export type Jump = {
  readonly kind: 'return' | 'break' | 'continue' | 'throw' | 'goto';
  readonly state: State;
  readonly value: Value | undefined;
  readonly label: string | undefined;
};

/** A variable of an outer frame that was read, and what it was: what an answer rests on besides the state. */
export type Dependency = { readonly level: number; readonly name: string; readonly value: Value | undefined };

export type Stored = { readonly name: string; readonly value: Value };

/** What a statement did besides changing the state. */
export class Recording {
  findings: RawFinding[] | undefined = undefined;
  gaps: Gap[] | undefined = undefined;
  jumps: Jump[] | undefined = undefined;
  dependencies: Map<string, Dependency> | undefined = undefined;
  /** What it took, whether it was done or remembered. */
  steps = 0;
  /** A call in it was not followed, since it was too deep or ran already: elsewhere it might be. */
  cut = false;
  /** What was put into variables of the whole text, to be read by other functions later. */
  stored: Stored[] | undefined = undefined;
  /** It wrote to an outer frame, or rests on too much: it cannot be answered from memory. */
  forgettable = false;
}

const maximalDependencies = 300;
const maximalStored = 200;

/** Thrown inside the engine where an entry point takes too many steps; never leaves it. */
export class OutOfSteps extends Error {}

export type CallOf = {
  readonly scope: FunctionScope;
  readonly args: readonly SiteArgument[];
  readonly self: Value | undefined;
  readonly span: Span;
};

/** What a function of the text yields, and its object as it leaves it. */
export type Outcome = { readonly value: Value; readonly self: Value | undefined };

/** The parts that call each other in a circle. */
export type Machine = {
  evaluate(cx: Context, expression: Expression): Value;
  assign(cx: Context, target: Target, value: Value, span: Span): void;
  run(cx: Context, block: Block): void;
  /** Runs a function of the text with these arguments; undefined where it is too deep in calls. */
  invoke(cx: Context, call: CallOf): Outcome | undefined;
  construct(cx: Context, scope: ClassScope, args: readonly SiteArgument[], span: Span): Value;
  /** Runs a function that outsiders call, with its parameters as sources or as given. */
  /** `known`, the property of an object, with what rules say of reading it. */
  property(cx: Context, object: Value, name: string, span: Span, known: Value): Value;
  /** Whether the text itself calls a function of that name. */
  isCalled(cx: Context, name: string): boolean;
  isRoute(node: FunctionNode): boolean;
  /** An object of the class as its methods meet it. */
  instance(cx: Context, scope: ClassScope): Value;
  enter(cx: Context, scope: FunctionScope, given: readonly (Value | undefined)[], route: boolean): Value;
};

export type StatementMemory = {
  readonly before: State;
  readonly after: State | undefined;
  readonly recording: Recording;
};

export type InstanceMemory = {
  readonly steps: number;
  readonly made: readonly object[];
  readonly dependencies: Iterable<Dependency>;
  readonly value: Value;
};

/** What a call of a function of the text came to. `deep`: how many calls were inside each other; `ran`: the functions that ran. */
export type CallMemory = {
  readonly args: readonly SiteArgument[];
  readonly self: Value | undefined;
  readonly facts: Facts | undefined;
  readonly route: boolean;
  readonly outer: Frame;
  readonly deep: number;
  readonly ran: ReadonlySet<FunctionNode>;
  readonly recording: Recording;
  readonly outcome: Outcome;
  readonly after: { readonly facts: Facts | undefined } | undefined;
};

export type Memory = {
  readonly statements: WeakMap<Statement, StatementMemory[]>;
  readonly initial: WeakMap<object, { readonly key: string; readonly outer: readonly unknown[]; readonly state: State }>;
  readonly functions: WeakMap<FunctionNode, Value>;
  readonly tables: WeakMap<object, Frame['table']>;
  /** By the first statement of the class; brought up to date where the class changed. */
  readonly classes: WeakMap<object, ClassScope>;
  readonly instances: WeakMap<ClassScope, InstanceMemory>;
  readonly calls: WeakMap<FunctionNode, CallMemory[]>;
  /** What functions put into variables of the whole text, by name. */
  readonly stored: Map<string, { readonly before: Value | undefined; readonly parts: readonly Value[]; readonly joined: Value }>;
};

export type Context = {
  readonly compiled: Compiled;
  readonly language: Language;
  readonly machine: Machine;
  readonly memory: Memory;
  /** Whether statements are remembered for the next version of the text. */
  readonly remembers: boolean;
  frame: Frame;
  recording: Recording;
  steps: number;
  readonly stepLimit: number;
  /** Of calls within the text. */
  depth: number;
  readonly running: FunctionNode[];
  /** Of the call that is being followed: the deepest call in it so far, and what ran. */
  deepest: number;
  ran: Set<FunctionNode>;
  /** Names whose mention makes a function matter for those who call it. */
  relevant: ReadonlySet<string>;
  /** What the text calls, as written: `read`, `self.read`. */
  readonly called: ReadonlySet<string>;
};

export const count = (cx: Context): void => {
  cx.steps += 1;
  if (cx.steps > cx.stepLimit) throw new OutOfSteps();
};

export const addGap = (cx: Context, span: Span, kind: Gap['kind'], why: string): void => {
  cx.recording.gaps ??= [];
  if (cx.recording.gaps.length < 100) cx.recording.gaps.push({ span, why, kind });
};

export const depend = (cx: Context, dependency: Dependency): void => {
  const { recording } = cx;
  recording.dependencies ??= new Map();
  const known = recording.dependencies.get(dependency.name);
  if (known !== undefined) {
    if (known.level !== dependency.level || known.value !== dependency.value) recording.forgettable = true;
  } else if (recording.dependencies.size >= maximalDependencies) recording.forgettable = true;
  else recording.dependencies.set(dependency.name, dependency);
};

/** Adds what an inner recording holds to the current one; what was read of frames above `level` is the inner one's own affair. */
export const absorb = (cx: Context, inner: Recording, level: number, withJumps: boolean): void => {
  const { recording } = cx;
  if (inner.findings !== undefined) recording.findings = [...(recording.findings ?? []), ...inner.findings];
  if (inner.gaps !== undefined) recording.gaps = [...(recording.gaps ?? []), ...inner.gaps].slice(0, 100);
  if (inner.stored !== undefined) recording.stored = [...(recording.stored ?? []), ...inner.stored].slice(-maximalStored);
  if (withJumps && inner.jumps !== undefined) recording.jumps = [...(recording.jumps ?? []), ...inner.jumps];
  if (inner.dependencies !== undefined) for (const each of inner.dependencies.values()) if (each.level <= level) depend(cx, each);
  if (inner.forgettable) recording.forgettable = true;
  if (inner.cut) recording.cut = true;
};
