import type { Ports } from './ports.ts';

/** How a call ended, as far as it tells something of the server's limit. */
export type Ending = 'answered' | 'rate-limited' | 'other';

/** How many calls may be in flight at once; it follows what the server bears. One for each server. */
export interface AdaptiveLimit {
  /** Whole calls that may be in flight now; at least 1. */
  readonly current: number;
  /** Waits for a place, first come, first served. Rejects when the signal is aborted. */
  enter(signal?: AbortSignal): Promise<(ending: Ending) => void>;
}

export type LimitOptions = {
  /** Default 20. */
  readonly start?: number;
  /** Default 200. */
  readonly most?: number;
  readonly ports: Pick<Ports, 'now'>;
};

/** After a cut, further refusals of the same wave change nothing for so long, and nothing grows. */
const calmMs = 15_000;

/**
 * A refusal (429) multiplies the limit by 0.8, at most once in 15 seconds; about as many answers as the limit add one place.
 * A failing server (5xx) says nothing of the limit and never shrinks it.
 */
export const adaptiveLimit = ({ start = 20, most = 200, ports }: LimitOptions): AdaptiveLimit => {
  let limit = Math.max(1, start);
  let inFlight = 0;
  let lastCut = Number.NEGATIVE_INFINITY;
  const waiting = new Set<() => void>();

  const admit = (): void => {
    for (const next of waiting) {
      if (inFlight >= Math.floor(limit)) return;
      waiting.delete(next);
      inFlight += 1;
      next();
    }
  };
  const leave = (ending: Ending): void => {
    inFlight -= 1;
    const calm = ports.now() - lastCut < calmMs;
    if (ending === 'rate-limited' && !calm) {
      limit = Math.max(1, limit * 0.8);
      lastCut = ports.now();
    } else if (ending === 'answered' && !calm) {
      limit = Math.min(Math.max(most, start), limit + 1 / limit);
    }
    admit();
  };
  const place = (): ((ending: Ending) => void) => {
    let taken = true;
    return (ending) => {
      if (taken) leave(ending);
      taken = false;
    };
  };
  return {
    get current() {
      return Math.floor(limit);
    },
    enter: async (signal) => {
      const turn = queued(waiting, signal);
      admit();
      await turn;
      return place();
    },
  };
};

/** Resolves when the caller's turn comes; leaves the queue and rejects when the signal is aborted before. */
const queued = (waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const next = (): void => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    const onAbort = (): void => {
      waiting.delete(next);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    waiting.add(next);
  });
