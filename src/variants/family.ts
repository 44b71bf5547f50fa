/**
 * What a family draws (docs/adding/variants.md). `bases` are the texts of the base variant, the parameter's own first and then its
 * forms; each choice has a value for each of them, in the same order.
 */
export type Replacement = {
  /** `words` match in every style of identifier and in prose, `text` exactly, `number` as a whole number. */
  readonly kind: 'words' | 'text' | 'number';
  /** The first base; draws are recorded under it. */
  readonly name: string;
  readonly bases: readonly string[];
  /** A number counts only where one of these stands within 60 characters of it; everywhere where the list is empty. */
  readonly near: readonly string[];
  readonly choices: readonly (readonly string[])[];
};

/** The list items of the specification come in any order. */
export type Ordering = { readonly kind: 'order'; readonly name: string };

export type Parameter = Replacement | Ordering;

export type Family = {
  readonly parameters: readonly Parameter[];
  /** Exact texts that are never rewritten. */
  readonly keep: readonly string[];
  /** The marker's name is put behind this text of the prompts. Without it, in the last paragraph of the specification. */
  readonly markerAfter?: string;
};

export const isReplacement = (parameter: Parameter): parameter is Replacement => parameter.kind !== 'order';

export const replacementsOf = (family: Family): readonly Replacement[] => family.parameters.filter(isReplacement);

/** Orders count at most this often, so that a family is rich by its contents and not by its lists. */
export const mostOrders = 24;

export const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/**
 * How many variants a family has: the product of its parameters' choices; the lists of the specification, whose lengths are given,
 * together count as their permutations, at most `mostOrders`.
 */
export const countVariants = (family: Family, listLengths: readonly number[]): number => {
  const orders = listLengths.reduce((product, length) => product * factorial(length), 1);
  return family.parameters.reduce(
    (product, parameter) => product * (isReplacement(parameter) ? parameter.choices.length : Math.min(orders, mostOrders)),
    1,
  );
};
