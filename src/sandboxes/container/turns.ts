export type Turn = { /** Counts from 0; nobody else has it at the same time. */ readonly slot: number; readonly end: () => void };

/** At most `count` at a time; whoever comes later waits in order. */
export class Turns {
  readonly #free: number[];
  readonly #waiting: ((slot: number) => void)[] = [];

  constructor(count: number) {
    this.#free = Array.from({ length: count }, (_, index) => count - 1 - index);
  }

  /** Resolves when it is the caller's turn. Ending twice changes nothing. */
  async take(): Promise<Turn> {
    const slot =
      this.#free.pop() ??
      (await new Promise<number>((resolve) => {
        this.#waiting.push(resolve);
      }));
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(slot);
      else next(slot);
    };
    return { slot, end };
  }
}
