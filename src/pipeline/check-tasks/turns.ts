/** Lets at most so many pieces of work run at a time, in the order in which they came; urgent ones go first. */
export type Turns = <T>(work: () => Promise<T>, urgent?: 'urgent') => Promise<T>;

/** Work that waits when the signal aborts is never begun: its promise rejects with the signal's reason. */
export const turns = (atOnce: number, signal?: AbortSignal): Turns => {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, atOnce);
  const release = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (work, urgent) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => (urgent === undefined ? waiting.push(resolve) : waiting.unshift(resolve)));
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      release();
    }
  };
};
