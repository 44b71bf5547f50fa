/** The natural logarithm of C(n, m). */
const logChoose = (n: number, m: number): number => {
  let sum = 0;
  for (let i = 1; i <= m; i += 1) sum += Math.log((n - m + i) / i);
  return sum;
};

/**
 * McNemar's exact test, two-sided: 2 · P(Bin(b + c, ½) ≤ min(b, c)), at most 1 (McNemar 1947).
 * `leftOnly` and `rightOnly` are the pairs that only one side passed. Without such pairs there is no evidence: 1.
 */
export const mcnemarExact = (leftOnly: number, rightOnly: number): number => {
  const n = leftOnly + rightOnly;
  const least = Math.min(leftOnly, rightOnly);
  let term = Math.exp(logChoose(n, least) - n * Math.LN2);
  let sum = 0;
  for (let m = least; m >= 0; m -= 1) {
    sum += term;
    term *= m / (n - m + 1);
  }
  return Math.min(1, 2 * sum);
};
