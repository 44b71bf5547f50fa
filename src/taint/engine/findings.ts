/** Matches of rules as findings of the domain, with the way that harm takes. */
import type { Finding, Location, NonEmpty, PathStep } from '../../core/index.ts';
import type { Span } from '../syntax/ir.ts';
import type { RawFinding } from './context.ts';
import type { Trace } from './value.ts';

const maximalSteps = 16;

const locationOf = ({ line, column, endLine, endColumn }: Span): Location => ({ line, column, endLine, endColumn });

const noteOf = ({ note, what }: Trace): string =>
  what === '' ? note : note.startsWith('comes in') || note.startsWith('is named') ? `${what} ${note}` : `${note} ${what}`;

/** From where it comes in to where it does harm. A long way keeps its ends. */
const stepsOf = (trace: Trace | undefined, end: Span, message: string): readonly PathStep[] => {
  const steps: PathStep[] = [];
  let last: Span | undefined;
  for (let at = trace; at !== undefined && steps.length < 200; at = at.previous) {
    if (at.span !== last || at.previous === undefined) steps.push({ location: locationOf(at.span), note: noteOf(at).trim() });
    last = at.span;
  }
  steps.reverse();
  const shown = steps.length > maximalSteps ? [...steps.slice(0, maximalSteps / 2), ...steps.slice(-maximalSteps / 2)] : steps;
  return [...shown, { location: locationOf(end), note: message }];
};

const shortest = (traces: readonly Trace[]): Trace | undefined => {
  let best: { readonly trace: Trace; readonly length: number } | undefined;
  for (const trace of traces) {
    let length = 0;
    for (let at: Trace | undefined = trace; at !== undefined && length < 200; at = at.previous) length += 1;
    if (best === undefined || length < best.length) best = { trace, length };
  }
  return best?.trace;
};

const findingOf = ({ sink, span, traces }: RawFinding, oracle: string): Finding => {
  const { rule, message } = sink;
  const cwe: NonEmpty<Finding['cwe'][number]> = [rule.cwe, ...(rule.also ?? [])];
  const trace = shortest(traces);
  return {
    oracle,
    ruleId: rule.id,
    cwe,
    severity: rule.severity,
    message,
    location: locationOf(span),
    ...(trace === undefined ? {} : { path: stepsOf(trace, span, message) }),
  };
};

/** One finding for each rule and place, in the order of the text. */
export const findingsOf = (raw: readonly RawFinding[], oracle: string): readonly Finding[] => {
  const kept = new Map<string, RawFinding>();
  for (const each of raw) {
    const key = `${each.sink.rule.id} ${each.span.start} ${each.span.end}`;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).map((each) => findingOf(each, oracle));
};
