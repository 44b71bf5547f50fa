/** A stream of pseudo-random numbers; equal seeds give equal streams on every machine. Not for secrets. */
export type Random = {
  /** A whole number in [0, 2^32). */
  readonly next: () => number;
  /** A whole number in [0, n), for n up to 2^31; its bias is at most n / 2^32. */
  readonly below: (n: number) => number;
};

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** splitmix32: spreads a seed, however small, over the whole state. */
const spread = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
};

/** xoshiro128** (Blackman and Vigna 2018). Of `seed` and `stream` the lowest 32 bits count. */
export const random = (seed: number, stream = 0): Random => {
  const word = spread((seed >>> 0) ^ Math.imul(stream >>> 0, 0x85ebca6b));
  let a = word();
  let b = word();
  let c = word();
  let d = word() | 1;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  return { next, below: (n) => Math.floor((next() / 4294967296) * n) };
};
