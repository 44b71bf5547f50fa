/** What one attempt at a whole batch gave: an answer for each item, or a failure that belongs to some item nobody knows yet. */
export type Attempt<Answer, Failure> =
  | { readonly ok: true; readonly answers: readonly Answer[] }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Answers for every item, in order, although a single item can make the tool fail on the whole batch: halves the batch until the
 * bad item stands alone, and charges the failure to it; `blame` gives that item its answer.
 * Takes at most about 2·b·log2(n) more attempts for b bad items. Throws where `attempt` throws or answers for the wrong number of items.
 */
export const bisect = async <Item, Answer, Failure>(
  items: readonly Item[],
  attempt: (items: readonly Item[]) => Promise<Attempt<Answer, Failure>>,
  blame: (item: Item, failure: Failure) => Answer,
): Promise<readonly Answer[]> => {
  const [only] = items;
  if (only === undefined) return [];
  const outcome = await attempt(items);
  if (outcome.ok) {
    if (outcome.answers.length !== items.length) {
      throw new Error(`an attempt at ${items.length} items gave ${outcome.answers.length} answers`);
    }
    return outcome.answers;
  }
  if (items.length === 1) return [blame(only, outcome.failure)];
  const middle = Math.ceil(items.length / 2);
  const left = await bisect(items.slice(0, middle), attempt, blame);
  return [...left, ...(await bisect(items.slice(middle), attempt, blame))];
};
