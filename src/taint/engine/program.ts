/** A whole text: its own statements, then every function that somebody outside may call. */
import type { Block, ClassNode, Expression, FunctionNode, Program, Statement } from '../syntax/ir.ts';
import { checkAbsence } from './absence.ts';
import { routeWords } from './callbacks.ts';
import type { Surface } from './compiled.ts';
import { addGap, type Context, type Gap, OutOfSteps, type RawFinding, Recording, type Stored } from './context.ts';
import { joinAll } from './join.ts';
import { stillHolds } from './machine-memory.ts';
import { surfaceOfFunction } from './surface.ts';
import type { ClassScope, Frame, FunctionScope } from './value.ts';
import { outerValue, write, writtenFunction } from './variables.ts';
import { isRoute } from './words.ts';

/** Of the first run of all functions, and of the second of those that read what others keep. */
export type EntryMemories = { readonly first: EntryMemory; readonly second: EntryMemory };

type EntryMemory = WeakMap<FunctionNode, { readonly recording: Recording; readonly outer: readonly unknown[] }>;

type Entry = { readonly function: FunctionNode; readonly owner: ClassNode | undefined; readonly name: string; readonly route: boolean };

const entriesIn = (block: Block, owner: ClassNode | undefined): readonly Entry[] =>
  block.flatMap((statement) => entriesOf(statement, owner));

/** Functions at the top of the text, and in classes, conditions and blocks there. */
const entriesOf = (statement: Statement, owner: ClassNode | undefined): readonly Entry[] => {
  switch (statement.kind) {
    case 'function':
      return [{ function: statement.function, owner, name: statement.function.name, route: false }];
    case 'class':
      return entriesIn(statement.class.body, statement.class);
    case 'block':
    case 'other-statement':
      return entriesIn(statement.body, owner);
    case 'if':
      return [...entriesIn(statement.then, owner), ...entriesIn(statement.otherwise ?? [], owner)];
    case 'try':
      return [...entriesIn(statement.body, owner), ...statement.handlers.flatMap(({ body }) => entriesIn(body, owner))];
    case 'assignment':
      return statement.value === undefined ? [] : valuesIn(statement.value, nameOf(statement), false);
    case 'expression':
    case 'return':
      return statement.value === undefined ? [] : valuesIn(statement.value, '', false);
    default:
      return [];
  }
};

const nameOf = (statement: Extract<Statement, { kind: 'assignment' }>): string => {
  const [target] = statement.targets;
  return target?.kind === 'name' ? target.name : '';
};

/** Functions as values that are kept, exported, or handed to a framework. */
const valuesIn = (value: Expression, name: string, route: boolean, depth = 6): readonly Entry[] => {
  if (depth === 0) return [];
  if (value.kind === 'function') return [{ function: value.function, owner: undefined, name, route }];
  if (value.kind === 'collection') return value.entries.flatMap((each) => valuesIn(each.value, '', false, depth - 1));
  if (value.kind === 'assign') return valuesIn(value.value, '', false, depth - 1);
  if (value.kind === 'await' || value.kind === 'yield') return valuesIn(value.operand, name, route, depth - 1);
  if (value.kind !== 'call' || !isRegistration(value.callee)) return [];
  const inner = value.callee.kind === 'member' ? valuesIn(value.callee.object, '', false, depth - 1) : [];
  return [...inner, ...value.args.flatMap((each) => (each.value.kind === 'function' ? valuesIn(each.value, '', true, depth - 1) : []))];
};

const isRegistration = (callee: Expression): boolean => callee.kind === 'member' && routeWords.test(callee.property);

/** Functions that the text calls itself are seen where it calls them, unless outsiders plainly do so too. */
const isEntry = (cx: Context, { function: node, owner, name, route }: Entry): boolean => {
  if (route || isRoute(node) || node.decorators.length > 0) return true;
  if (/^(?:main|__\w+__|constructor)$/.test(node.name) || (owner !== undefined && owner.name === node.name)) return true;
  if (owner === undefined) return name === '' || !cx.called.has(name);
  return !(cx.called.has(`self.${node.name}`) || cx.called.has(node.name));
};

/** Runs work that may not end the analysis, whatever happens in it. */
const attempt = (cx: Context, span: Program['body'][number]['span'] | undefined, work: () => void): void => {
  const { frame } = cx;
  cx.steps = 0;
  try {
    work();
  } catch (problem) {
    cx.frame = frame;
    cx.depth = 0;
    cx.running.length = 0;
    cx.ran = new Set();
    const why =
      problem instanceof OutOfSteps
        ? 'it takes too many steps'
        : problem instanceof RangeError
          ? 'it is nested too deeply'
          : `the engine failed: ${String(problem)}`;
    if (span !== undefined) addGap(cx, span, 'effort', why);
  }
};

const scopeOf = (cx: Context, { function: node, owner }: Entry): FunctionScope => {
  const value = writtenFunction(cx, node);
  const scope: ClassScope | undefined = owner === undefined ? undefined : cx.memory.classes.get(owner.body[0] ?? owner);
  const made: FunctionScope = { kind: 'function', function: node, outer: cx.frame, owner: scope, self: undefined };
  if (owner === undefined && value.callable?.kind === 'function') return value.callable;
  return made;
};

const keyOf = (frame: Frame, entry: Entry): readonly unknown[] => [entry.owner, frame.table];

const enterOne = (cx: Context, entry: Entry, memory: EntryMemory): Recording => {
  const key = keyOf(cx.frame, entry);
  const known = cx.remembers ? memory.get(entry.function) : undefined;
  const outer = cx.recording;
  if (known?.outer.every((each, at) => each === key[at]) && stillHolds(cx.frame, known.recording.dependencies)) {
    take(outer, known.recording);
    return known.recording;
  }
  const inner = new Recording();
  cx.recording = inner;
  attempt(cx, entry.function.span, () => {
    cx.machine.enter(cx, scopeOf(cx, entry), [], entry.route || isRoute(entry.function));
  });
  cx.recording = outer;
  if (cx.remembers && !inner.forgettable) memory.set(entry.function, { recording: inner, outer: key });
  take(outer, inner);
  return inner;
};

/** Puts what functions keep into the variables that they keep it in. Yields the names whose values are others now. */
const keepStored = (cx: Context, stored: readonly Stored[]): ReadonlySet<string> => {
  const changed = new Set<string>();
  for (const name of new Set(stored.map((each) => each.name))) {
    const parts = stored.filter((each) => each.name === name).map(({ value }) => value);
    const before = outerValue(cx.frame, name);
    const known = cx.memory.stored.get(name);
    const isSame =
      known !== undefined &&
      known.before === before &&
      known.parts.length === parts.length &&
      known.parts.every((each, at) => each === parts[at]);
    const joined = isSame ? known.joined : joinAll(before === undefined ? parts : [before, ...parts]);
    cx.memory.stored.set(name, { before, parts, joined });
    if (joined === before) continue;
    changed.add(name);
    write(cx, name, joined);
  }
  return changed;
};

const take = (to: Recording, from: Recording): void => {
  if (from.findings !== undefined) to.findings = [...(to.findings ?? []), ...from.findings];
  if (from.gaps !== undefined) to.gaps = [...(to.gaps ?? []), ...from.gaps];
};

/** Names whose mention makes a function worth following: functions in which something may be found, and variables that those share with others. */
const interestingWords = (
  cx: Context,
  program: Program,
  entries: readonly Entry[],
  isSeed: (surface: Surface) => boolean,
): ReadonlySet<string> => {
  const words = new Set<string>();
  const surfaces = entries.map(({ function: node, name }) => ({
    name: name === '' ? node.name : name,
    surface: surfaceOfFunction(cx.compiled, node),
  }));
  for (const { name, surface } of surfaces) if (isSeed(surface) && name !== '') words.add(name);
  const shared = program.body.flatMap((statement) =>
    statement.kind === 'assignment' ? statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : [])) : [],
  );
  for (const name of shared) if (surfaces.some(({ surface }) => isSeed(surface) && surface.words.has(name))) words.add(name);
  for (let size = -1; size !== words.size; ) {
    size = words.size;
    for (const { name, surface } of surfaces) if (name !== '' && !words.has(name) && mentions(surface, words)) words.add(name);
  }
  return words;
};

const mentions = (surface: Surface, words: ReadonlySet<string>): boolean => {
  for (const word of words) if (surface.words.has(word)) return true;
  return false;
};

/** Nothing can be found in a function that has none of the words of any rule, and calls none that has. */
const isWorthwhile = (cx: Context, { function: node, owner, route }: Entry, interesting: ReadonlySet<string>): boolean => {
  const surface = surfaceOfFunction(cx.compiled, node);
  if (surface.isInteresting || route || isRoute(node) || mentions(surface, interesting)) return true;
  return owner !== undefined && cx.compiled.interest.within.some((pattern) => pattern.test(owner.name));
};

export type Checked = { readonly findings: readonly RawFinding[]; readonly gaps: readonly Gap[] };

export const checkProgram = (cx: Context, program: Program, memory: EntryMemories): Checked => {
  const whole = new Recording();
  cx.recording = whole;
  const all = entriesIn(program.body, undefined);
  const interesting = interestingWords(cx, program, all, ({ isInteresting }) => isInteresting);
  cx.relevant = interestingWords(cx, program, all, ({ isInteresting, hasSources }) => isInteresting || hasSources);
  attempt(cx, program.body[0]?.span, () => {
    for (const statement of program.body) hoist(cx, statement);
    cx.machine.run(cx, program.body);
  });
  cx.frame.state ??= { slots: [], facts: undefined };
  for (const entry of all) checkAbsence(cx, entry.function, program.body);
  const entries = all.filter((entry) => isEntry(cx, entry) && isWorthwhile(cx, entry, interesting));
  const recordings = entries.map((entry) => ({ entry, recording: enterOne(cx, entry, memory.first) }));
  const changed = keepStored(cx, [...(whole.stored ?? []), ...recordings.flatMap(({ recording }) => recording.stored ?? [])]);
  // What one function keeps, another hands out: who reads it is run again.
  for (const { entry, recording } of recordings)
    if (recording.forgettable || [...changed].some((name) => recording.dependencies?.has(name))) enterOne(cx, entry, memory.second);
  for (const span of program.errors) addGap(cx, span, 'syntax', 'this is not valid syntax');
  return { findings: whole.findings ?? [], gaps: whole.gaps ?? [] };
};

/** Functions and classes are there before the statements that stand above them. */
const hoist = (cx: Context, statement: Statement): void => {
  if (statement.kind === 'function') cx.machine.run(cx, [statement]);
};
