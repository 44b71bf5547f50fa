/** What a call shows of its arguments where it is true, or where it comes back at all. */
import type { CheckOf, Entry, GuardOf } from './compiled.ts';
import { liftedTruth } from './comprehension.ts';
import type { Context } from './context.ts';
import { affixTruth, bothTruths, clearsOf, equalTruth, inTruth, isTypeTruth, matchTruth, type Side, truthOf } from './guards.ts';
import { placedAt } from './places.ts';
import type { Site } from './site.ts';
import { assuming } from './state.ts';
import { type Clear, copyOf, type Truth, unknown, type Value } from './value.ts';

type Shown = { truth: Truth | undefined; sign: Truth | undefined; always: readonly Clear[] };

const addGuard = (shown: Shown, guard: GuardOf, clears: readonly Clear[]): void => {
  if (clears.length === 0) return;
  const positive = truthOf(clears, []);
  const negative = truthOf([], clears);
  if (guard.holds === 'returns') shown.always = [...shown.always, ...clears];
  else if (guard.holds === 'true' || guard.holds === 'not-null') shown.truth = bothTruths(shown.truth, positive);
  else if (guard.holds === 'not-negative') shown.sign = bothTruths(shown.sign, positive);
  else if (guard.holds === 'negative') shown.sign = bothTruths(shown.sign, negative);
  else shown.truth = bothTruths(shown.truth, negative);
};

const checkTruth = (cx: Context, check: CheckOf, of: Side, by: Side): Truth => {
  switch (check.is) {
    case 'in':
      return inTruth(cx, of, by);
    case 'equal':
      return equalTruth(cx, of, by);
    case 'prefix':
      return affixTruth(cx, of, by, false);
    case 'suffix':
      return affixTruth(cx, of, by, true);
    case 'type':
      return isTypeTruth(cx, of, by);
    default:
      return matchTruth(cx, of, by, check.is);
  }
};

const swap = (truth: Truth): Truth => ({ whenTrue: truth.whenFalse, whenFalse: truth.whenTrue });

const addCheck = (shown: Shown, check: CheckOf, truth: Truth): void => {
  if (truth.whenTrue.length === 0 && truth.whenFalse.length === 0) return;
  if (check.holds === 'zero') shown.truth = bothTruths(shown.truth, swap(truth));
  else if (check.holds === 'not-negative') shown.sign = bothTruths(shown.sign, truth);
  else if (check.holds === 'returns') shown.always = [...shown.always, ...truth.whenTrue];
  else shown.truth = bothTruths(shown.truth, truth);
};

const lookUps = new Set(['get', 'getOrDefault', 'get_or_none', 'has', 'containsKey']);

const none: Side = { value: unknown, expression: undefined };

/** Adds what the call shows to its result, and to the state what its coming back shows. */
export const guardsOfCall = (cx: Context, entries: readonly Entry[], site: Site, word: string | undefined, result: Value): Value => {
  const shown: Shown = { truth: undefined, sign: undefined, always: [] };
  site.result = result;
  for (const entry of entries) {
    for (const guard of entry.guards) {
      if (guard.on === undefined || (guard.when !== undefined && !guard.when(site))) continue;
      const withoutWhen = { ...guard, when: undefined };
      addGuard(
        shown,
        guard,
        placedAt(site, guard.on).flatMap(({ value }) => clearsOf(cx, withoutWhen, value)),
      );
    }
    for (const check of entry.checks) {
      const of = placedAt(site, check.of)[0];
      const by = placedAt(site, check.by);
      if (of === undefined) continue;
      for (const each of by.length === 0 ? [none] : by) addCheck(shown, check, checkTruth(cx, check, of, each));
    }
  }
  const first = site.args[0]?.value;
  // What is looked up and found was among what is kept.
  if (lookUps.has(word ?? '') && first !== undefined && first.atoms.length > 0 && site.receiver?.atoms.length === 0) {
    const found = inTruth(cx, { value: first, expression: undefined }, { value: site.receiver, expression: site.receiverExpression });
    shown.truth = bothTruths(shown.truth, truthOf(found.whenTrue, []));
  }
  if ((word === 'any' || word === 'all') && site.args.length === 1 && first !== undefined) {
    const lifted = liftedTruth(first, word) ?? (word === 'any' ? first.truth : undefined);
    if (lifted !== undefined) shown.truth = bothTruths(shown.truth, lifted);
  }
  if (shown.always.length > 0) cx.frame.state = assuming(cx.frame.state, shown.always);
  if (shown.truth === undefined && shown.sign === undefined) return result;
  const copy = copyOf(result);
  copy.truth = bothTruths(result.truth, shown.truth);
  if (shown.sign !== undefined) copy.sign = shown.sign;
  return copy;
};
