import type { Finding, Language } from '../core/index.ts';
import { compile } from './engine/compile.ts';
import type { Compiled } from './engine/compiled.ts';
import { type Context, type Gap, type Memory, Recording } from './engine/context.ts';
import { findingsOf } from './engine/findings.ts';
import { machine } from './engine/machine.ts';
import { checkProgram, type EntryMemories } from './engine/program.ts';
import { surfaceOfStatement } from './engine/surface.ts';
import { type Frame, Table } from './engine/value.ts';
import type { RuleGroup } from './rules/rule.ts';
import type { Program } from './syntax/ir.ts';

export type { Gap } from './engine/context.ts';

/** What was found, and where the engine could not follow. No finding and a gap in the code's way is no statement that it is clean. */
export type AnalysisResult = { readonly findings: readonly Finding[]; readonly gaps: readonly Gap[] };

export type Checked = AnalysisResult & {
  /** Give it to the check of the next version of the text: what did not change is not looked at again. */
  readonly memory: AnalysisMemory;
};

/** Opaque. Belongs to one text and its versions, and is used by one check at a time. */
export type AnalysisMemory = { readonly frame: Frame; readonly memory: Memory; readonly entries: EntryMemories };

export type Analysis = {
  /** Checks a text. Never throws; takes time in proportion to the text's length, and gives up on functions that are too entangled (a gap). */
  check(program: Program): AnalysisResult;
  /** The same for a text that will change: keeps what it found out for the next version. The answer is the same as that of `check`. */
  follow(program: Program, previous?: AnalysisMemory): Checked;
};

const stepLimit = 400_000;

const newMemory = (): AnalysisMemory => ({
  frame: { table: new Table(), state: undefined, outer: undefined, level: 0, function: undefined, owner: undefined, route: false },
  memory: {
    statements: new WeakMap(),
    initial: new WeakMap(),
    functions: new WeakMap(),
    tables: new WeakMap(),
    classes: new WeakMap(),
    instances: new WeakMap(),
    stored: new Map(),
    calls: new WeakMap(),
  },
  entries: { first: new WeakMap(), second: new WeakMap() },
});

const firstStates = new WeakMap<Frame, NonNullable<Frame['state']>>();

const beginning = (frame: Frame): NonNullable<Frame['state']> => {
  const known = firstStates.get(frame) ?? { slots: [], facts: undefined };
  firstStates.set(frame, known);
  return known;
};

const calledIn = (compiled: Compiled, program: Program): ReadonlySet<string> => {
  const called = new Set<string>();
  for (const statement of program.body) for (const name of surfaceOfStatement(compiled, statement).calls) called.add(name);
  return called;
};

/** An analysis with these rules. Throws an Error where a rule is malformed. */
export const createAnalysis = (groups: readonly RuleGroup[], oracle = 'static:fathom-taint'): Analysis => {
  const compiled = new Map<Language, Compiled>();
  const compiledFor = (language: Language): Compiled => {
    const known = compiled.get(language) ?? compile(groups, language);
    compiled.set(language, known);
    return known;
  };
  const checked = (program: Program, kept: AnalysisMemory, remembers: boolean): Checked => {
    const { frame } = kept;
    frame.state = beginning(frame);
    const cx: Context = {
      compiled: compiledFor(program.language),
      language: program.language,
      machine,
      memory: kept.memory,
      remembers,
      frame,
      recording: new Recording(),
      steps: 0,
      stepLimit,
      depth: 0,
      running: [],
      deepest: 0,
      ran: new Set(),
      relevant: new Set(),
      called: calledIn(compiledFor(program.language), program),
    };
    const { findings, gaps } = checkProgram(cx, program, kept.entries);
    return { findings: findingsOf(findings, oracle), gaps, memory: kept };
  };
  return {
    check: (program) => {
      const { findings, gaps } = checked(program, newMemory(), false);
      return { findings, gaps };
    },
    follow: (program, previous) => checked(program, previous ?? newMemory(), true),
  };
};
