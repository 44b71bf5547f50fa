/** Holds values against sinks. */
import type { Expression, Span } from '../syntax/ir.ts';
import { deepAtoms } from './atoms.ts';
import type { SinkOf } from './compiled.ts';
import { type Context, Recording } from './context.ts';
import { aliveIn } from './facts.ts';
import { placedAt } from './places.ts';
import { type Site, siteOf } from './site.ts';
import type { Trace, Value } from './value.ts';

const isWithin = (cx: Context, sink: SinkOf): boolean => {
  const { within } = sink;
  if (within === undefined) return true;
  const { frame } = cx;
  if (within.route && !frame.route) return false;
  if (within.named === undefined) return true;
  return within.named.test(frame.function?.name ?? '') || (frame.owner !== undefined && within.named.test(frame.owner.class.name));
};

const add = (cx: Context, sink: SinkOf, span: Span, traces: readonly Trace[]): void => {
  cx.recording.findings ??= [];
  const known = cx.recording.findings.some((each) => each.span === span && each.sink.rule === sink.rule);
  if (!known) cx.recording.findings.push({ sink, span, traces });
};

const tracesOf = (cx: Context, value: Value, bit: number): readonly Trace[] => {
  const traces: Trace[] = [];
  for (const atom of deepAtoms(value)) if (aliveIn(atom, cx.frame.state?.facts, bit) !== 0) traces.push(atom.trace);
  return traces;
};

/** A call against the sinks that its name brings. */
export const checkCall = (cx: Context, sinks: readonly SinkOf[], site: Site): void => {
  for (const sink of sinks) {
    if (!isWithin(cx, sink)) continue;
    site.bit = sink.bit;
    if (sink.bit === 0) {
      // A sink whose kind has no bit is asked for by nobody else, and wants none.
      if (sink.when === undefined || sink.when(site)) add(cx, sink, site.span, []);
      continue;
    }
    for (const place of sink.places) {
      const traces = placedAt(site, place).flatMap(({ value }) => tracesOf(cx, value, sink.bit));
      if (traces.length === 0) continue;
      if (sink.when === undefined || sink.when(site)) add(cx, sink, site.span, traces);
      break;
    }
  }
};

/** A value against sinks of one form. Yields whether one matched. */
export const checkValue = (
  cx: Context,
  sinks: readonly SinkOf[],
  value: Value,
  expression: Expression | undefined,
  span: Span,
): boolean => {
  let found = false;
  for (const sink of sinks) {
    const traces = sink.bit === 0 ? [] : tracesOf(cx, value, sink.bit);
    if ((sink.bit !== 0 && traces.length === 0) || !isWithin(cx, sink)) continue;
    if (sink.when !== undefined && !sink.when(siteOf(span, value, expression, cx.frame.state?.facts, sink.bit))) continue;
    add(cx, sink, span, traces);
    found = true;
  }
  return found;
};

/** Two values at places `0` and `1`: comparisons, indexing. */
export const checkPair = (
  cx: Context,
  sinks: readonly SinkOf[],
  pair: readonly [Value, Value],
  expressions: readonly [Expression, Expression],
  span: Span,
): void => {
  for (const sink of sinks) {
    const traces = sink.bit === 0 ? [] : pair.flatMap((value) => tracesOf(cx, value, sink.bit));
    if ((sink.bit !== 0 && traces.length === 0) || !isWithin(cx, sink)) continue;
    const site: Site = {
      ...siteOf(span, pair[0], expressions[0], cx.frame.state?.facts, sink.bit),
      args: pair.map((value, at) => ({ value, expression: expressions[at], name: undefined, spread: undefined })),
    };
    if (sink.when === undefined || sink.when(site)) add(cx, sink, span, traces);
  }
};

/** Runs with a recording of its own. */
export const recorded = (cx: Context, work: () => void): Recording => {
  const before = cx.recording;
  const inner = new Recording();
  cx.recording = inner;
  try {
    work();
  } finally {
    cx.recording = before;
  }
  return inner;
};
