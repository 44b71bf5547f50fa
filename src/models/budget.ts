import { ModelError } from './model.ts';

/** One reservation; settle it once, with what the call cost. Further calls change nothing. */
export type Reservation = { settle(costUsd: number): void };

/** A spending cap in US dollars, shared by all models of a run. */
export interface Budget {
  readonly capUsd: number;
  /** Settled and reserved together never exceed the cap. Throws ModelError `budget` where this would. */
  reserve(costUsd: number): Reservation;
  readonly spentUsd: number;
}

/** `alreadySpentUsd`: what earlier sessions of a resumed run have paid. */
export const budget = (capUsd: number, alreadySpentUsd = 0): Budget => {
  let spent = alreadySpentUsd;
  let reserved = 0;
  return {
    capUsd,
    get spentUsd() {
      return spent;
    },
    reserve(costUsd) {
      if (!(spent + reserved + costUsd <= capUsd)) {
        const dollars = (value: number): string => `$${value.toFixed(4)}`;
        throw new ModelError(
          'budget',
          `The spending cap of ${dollars(capUsd)} leaves no room for a call of at most ${dollars(costUsd)}: ${dollars(spent)} are spent and ${dollars(reserved)} reserved by calls in flight. Raise --max-cost, or lower --max-tokens, and run the same command again.`,
          false,
        );
      }
      reserved += costUsd;
      let open = true;
      return {
        settle(actualUsd) {
          if (!open) return;
          open = false;
          reserved -= costUsd;
          spent += actualUsd;
        },
      };
    },
  };
};
