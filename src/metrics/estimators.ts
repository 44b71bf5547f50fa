const assertCounts = (n: number, c: number, k: number): void => {
  if (!Number.isInteger(n) || !Number.isInteger(c) || !Number.isInteger(k) || c < 0 || c > n || k < 1)
    throw new RangeError(`an estimator needs whole numbers 0 <= c <= n and k >= 1; it got n = ${n}, c = ${c}, k = ${k}`);
};

/**
 * Chance that at least one of `k` samples, drawn without replacement from `n`, is among the `c` good: 1 − C(n−c, k) / C(n, k),
 * in the product form of Chen et al. 2021, which neither overflows nor cancels.
 * Undefined when k > n: an unmeasured task is left out, never counted as 0. Throws a RangeError for impossible counts.
 */
export const passAtK = (n: number, c: number, k: number): number | undefined => {
  assertCounts(n, c, k);
  if (k > n) return undefined;
  if (n - c < k) return 1;
  if (k === 1) return c / n;
  let none = 1;
  for (let i = n - c + 1; i <= n; i += 1) none *= 1 - k / i;
  return 1 - none;
};

/** `passAtK` of the samples that are functional and secure in one; `c` counts those (Fu et al. 2024). */
export const securePassAtK = passAtK;

/** `passAtK` of the secure axis alone; `c` counts the secure samples, broken ones among them. A margin, not a verdict on use. */
export const secureAtK = passAtK;

/**
 * Chance that at least one of `k` functional samples is secure: 1 − C(np−sp, k) / C(np, k) (Fu et al. 2024).
 * `functional` samples work, `both` of them are secure too. Undefined for functional = 0 and for k > functional: 0/0 is not 0.
 */
export const secureAtKPass = (functional: number, both: number, k: number): number | undefined => passAtK(functional, both, k);
