import type { CheckedPair } from '../../../compose.ts';
import type { Console } from '../../console.ts';
import { duration } from '../../progress-line.ts';

/** What is done, at which rate, how long it may take. The estimate is left out until there is something to go by. */
export const checkProgressText = (
  { done, total, last }: { readonly done: number; readonly total: number; readonly last: string | undefined },
  elapsedSeconds: number,
): string => {
  const rate = elapsedSeconds > 0 ? done / elapsedSeconds : 0;
  const parts = [`${done}/${total} witnesses`];
  if (rate > 0) parts.push(`${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)}/s`);
  if (rate > 0 && done >= 5 && done < total) parts.push(`about ${duration((total - done) / rate)} left`);
  if (last !== undefined) parts.push(last);
  return parts.join(' · ');
};

export type CheckProgress = { readonly witness: () => void; readonly pair: (pair: CheckedPair) => void };

/** A line that redraws itself on a terminal, a line every so often elsewhere. */
export const checkProgress = (console: Console, clock: () => number, total: number): CheckProgress => {
  const began = clock();
  const everyMs = console.live ? 100 : 15_000;
  let shownAt = console.live ? 0 : began;
  let done = 0;
  let last: string | undefined;
  return {
    witness() {
      done += 1;
      const now = clock();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const text = checkProgressText({ done, total, last }, (now - began) / 1000);
      if (console.live) console.redraw(text);
      else console.note(text);
    },
    pair({ taskId, language }) {
      last = `${taskId} (${language})`;
    },
  };
};
