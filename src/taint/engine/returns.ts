/** What a function yields, over all the ways out of it. */
import type { Jump } from './context.ts';
import { clearsBeyond, commonClears, frozen, joinFacts, withClears } from './facts.ts';
import { joinAll } from './join.ts';
import { type Clear, copyOf, type Facts, type State, unknown, Value } from './value.ts';

export type WayOut = { readonly state: State; readonly value: Value };

export type Returned = { readonly value: Value; readonly facts: Facts | undefined; readonly comesBack: boolean };

const nullValue = (): Value => {
  const value = new Value();
  value.constants = [null];
  value.form = 'null';
  return value;
};

/** Every `return`, and the end where control gets there. */
export const waysOut = (jumps: readonly Jump[] | undefined, end: State | undefined): readonly WayOut[] => {
  const ways: WayOut[] = [];
  for (const jump of jumps ?? []) if (jump.kind === 'return') ways.push({ state: jump.state, value: jump.value ?? nullValue() });
  if (end !== undefined) ways.push({ state: end, value: nullValue() });
  return ways;
};

const may = (value: Value, wanted: boolean): boolean => {
  if (value.constants === undefined || value.partial) return true;
  return value.constants.some((each) => (each !== null && each !== false && each !== 0 && each !== '') === wanted);
};

const shownBy = (ways: readonly WayOut[], exit: Facts | undefined, wanted: boolean): readonly Clear[] => {
  let common: readonly Clear[] | undefined;
  for (const { state, value } of ways) {
    if (!may(value, wanted)) continue;
    const truth = wanted ? value.truth?.whenTrue : value.truth?.whenFalse;
    const clears = clearsBeyond(withClears(state.facts, truth ?? []), exit);
    common = common === undefined ? clears : commonClears(common, clears);
    if (common.length === 0) break;
  }
  return common ?? [];
};

/** One value for all ways, cleared of what its own way had shown; and what holds after the call. */
export const returnedBy = (ways: readonly WayOut[]): Returned => {
  const [first, ...rest] = ways;
  if (first === undefined) return { value: unknown, facts: undefined, comesBack: false };
  let facts = first.state.facts;
  for (const { state } of rest) facts = joinFacts(facts, state.facts);
  const values = ways.map(({ state, value }) =>
    state.facts === facts ? value : frozen(value, withClears(undefined, clearsBeyond(state.facts, facts))),
  );
  const value = joinAll(values);
  const whenTrue = shownBy(ways, facts, true);
  const whenFalse = shownBy(ways, facts, false);
  if (whenTrue.length === 0 && whenFalse.length === 0)
    return { value: ways.length === 1 ? value : withoutTruth(value), facts, comesBack: true };
  const copy = copyOf(value);
  copy.truth = { whenTrue, whenFalse };
  return { value: copy, facts, comesBack: true };
};

const withoutTruth = (value: Value): Value => {
  if (value.truth === undefined) return value;
  const copy = copyOf(value);
  copy.truth = undefined;
  return copy;
};
