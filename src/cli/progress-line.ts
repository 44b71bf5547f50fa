import type { Progress } from '../pipeline/run.ts';
import type { Console } from './console.ts';

export const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
};

/**
 * The text of a progress line: what is done, at which rate, how long it may take.
 * The estimate uses only work of this process, never what was reused, and is left out until there is something to go by.
 */
export const progressText = (progress: Progress, elapsedSeconds: number): string => {
  const done = progress.reused + progress.examined + progress.failed;
  const rate = elapsedSeconds > 0 ? progress.examined / elapsedSeconds : 0;
  const left = progress.total - done;
  const parts = [`${done}/${progress.total} samples`];
  if (progress.reused > 0) parts.push(`${progress.reused} from before`);
  if (progress.failed > 0) parts.push(`${progress.failed} without an answer`);
  if (rate > 0) parts.push(`${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)}/s`);
  if (rate > 0 && left > 0 && progress.examined >= 5) parts.push(`about ${duration(left / rate)} left`);
  return parts.join(' · ');
};

/** Shows progress: a line that redraws itself on a terminal, a line every so often elsewhere. */
export const progressLine = (console: Console, clock: () => number): { show(progress: Progress): void; end(): void } => {
  const began = clock();
  const everyMs = console.live ? 100 : 15_000;
  let shownAt = console.live ? 0 : began;
  return {
    show(progress) {
      const now = clock();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const text = progressText(progress, (now - began) / 1000);
      if (console.live) console.redraw(text);
      else console.note(text);
    },
    end() {
      console.redraw('');
    },
  };
};
