/** Variables and facts at one point, and how two ways join. */
import { clearsBeyond, frozen, joinFacts, withClears } from './facts.ts';
import { joinValues } from './join.ts';
import type { Clear, Facts, State, Value } from './value.ts';

export const emptyState = (): State => ({ slots: [], facts: undefined });

export const withSlot = (state: State, slot: number, value: Value | undefined): State => {
  if (state.slots[slot] === value) return state;
  const slots = state.slots.slice();
  while (slots.length < slot) slots.push(undefined);
  slots[slot] = value;
  return { slots, facts: state.facts };
};

export const withFacts = (state: State, facts: Facts | undefined): State => (facts === state.facts ? state : { slots: state.slots, facts });

export const assuming = (state: State | undefined, clears: readonly Clear[] | undefined): State | undefined =>
  state === undefined || clears === undefined || clears.length === 0 ? state : withFacts(state, withClears(state.facts, clears));

/** What holds whichever way was taken. Yields `a` itself where `b` adds nothing. */
export const joinStates = (a: State | undefined, b: State | undefined): State | undefined => {
  if (a === b || b === undefined) return a;
  if (a === undefined) return b;
  const facts = joinFacts(a.facts, b.facts);
  const lostOfA = a.facts === facts ? undefined : withClears(undefined, clearsBeyond(a.facts, facts));
  const lostOfB = b.facts === facts ? undefined : withClears(undefined, clearsBeyond(b.facts, facts));
  let slots: (Value | undefined)[] | undefined;
  if (a.slots !== b.slots) {
    const size = Math.max(a.slots.length, b.slots.length);
    for (let at = 0; at < size; at += 1) {
      const left = a.slots[at];
      const right = b.slots[at];
      if (left === right) continue;
      const joined =
        left === undefined || right === undefined
          ? frozen(left ?? right ?? neverHere(), left === undefined ? lostOfB : lostOfA)
          : joinValues(frozen(left, lostOfA), frozen(right, lostOfB));
      if (joined === left) continue;
      slots ??= a.slots.slice();
      while (slots.length < at) slots.push(undefined);
      slots[at] = joined;
    }
  }
  if (slots === undefined) return withFacts(a, facts);
  return { slots, facts };
};

const neverHere = (): never => {
  throw new Error('A slot without a value on both ways was joined.');
};
