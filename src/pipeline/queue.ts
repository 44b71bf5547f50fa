/**
 * A queue between producers and consumers with a bound: `push` waits while it is full, `take` waits while it is empty.
 * After `end`, `take` yields what is left and then empty lists.
 */
export type Queue<T> = {
  push(item: T): Promise<void>;
  /** From 1 to `most` items; empty once the queue has ended and nothing is left. */
  take(most: number): Promise<readonly T[]>;
  end(): void;
};

export const boundedQueue = <T>(bound: number): Queue<T> => {
  const items: T[] = [];
  let ended = false;
  let wake: (() => void)[] = [];
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wake.push(resolve);
    });
  const announce = (): void => {
    const sleepers = wake;
    wake = [];
    for (const resolve of sleepers) resolve();
  };
  return {
    async push(item) {
      while (items.length >= bound && !ended) await changed();
      items.push(item);
      announce();
    },
    async take(most) {
      while (items.length === 0 && !ended) await changed();
      const taken = items.splice(0, most);
      announce();
      return taken;
    },
    end() {
      ended = true;
      announce();
    },
  };
};
