import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { JsPattern } from './flavour.ts';

/** What recheck says of one pattern. */
export type PatternVerdict =
  | { readonly status: 'safe' }
  | { readonly status: 'vulnerable'; readonly exponential: boolean; readonly summary: string; readonly attack: string }
  | { readonly status: 'unknown'; readonly why: 'timeout' | 'unreadable' | 'crash'; readonly detail: string };

/** A thread works for it, which keeps the process from its end only while a pattern is asked for. */
export type PatternChecker = { check(pattern: JsPattern, signal?: AbortSignal): Promise<PatternVerdict> };

/** `patternMs`: after which recheck itself gives up a pattern; `threadMs`: after which the thread is killed with it. Wall time. */
export type CheckerLimits = { readonly patternMs: number; readonly threadMs: number };

const answerSchema = z.object({
  status: z.enum(['safe', 'vulnerable', 'unknown']),
  complexity: z.object({ type: z.string(), summary: z.string() }).nullish(),
  attack: z.object({ pattern: z.string() }).nullish(),
  error: z.object({ kind: z.string(), message: z.string().optional() }).nullish(),
});

const require = createRequire(import.meta.url);

/** Text, since a thread's file would have to be JavaScript, and this is not built when it is tested. The package's pure form: no process, no file. */
const threadCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { checkSync } = require(workerData.module);
parentPort.on('message', ({ source, flags }) => {
  try {
    const { status, complexity, attack, error } = checkSync(source, flags, { timeout: workerData.patternMs, randomSeed: 7 });
    parentPort.postMessage({ status, complexity, attack, error });
  } catch (thrown) {
    parentPort.postMessage({ status: 'unknown', error: { kind: 'crash', message: String(thrown) } });
  }
});
`;

const verdictOf = (told: unknown): PatternVerdict => {
  const answer = answerSchema.safeParse(told);
  if (!answer.success) return { status: 'unknown', why: 'crash', detail: 'recheck answered in another shape' };
  const { status, complexity, attack, error } = answer.data;
  if (status === 'safe') return { status };
  if (status === 'vulnerable') {
    return {
      status,
      exponential: complexity?.type === 'exponential',
      summary: complexity?.summary ?? 'slow',
      attack: attack?.pattern ?? '',
    };
  }
  const why = error?.kind === 'timeout' ? 'timeout' : ['invalid', 'unsupported'].includes(error?.kind ?? '') ? 'unreadable' : 'crash';
  return { status, why, detail: [error?.kind, error?.message].filter((text) => text !== undefined).join(': ') };
};

type Answer = { readonly verdict: PatternVerdict; readonly threadEnds: boolean };

/** A thread that is asked one thing at a time. `listen` names who hears its next word. */
const startThread = (patternMs: number): { readonly worker: Worker; listen(to: ((answer: Answer) => void) | undefined): void } => {
  let hearing: ((answer: Answer) => void) | undefined;
  const worker = new Worker(threadCode, {
    eval: true,
    workerData: { module: require.resolve('recheck/lib/browser.js'), patternMs },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const crashed = (detail: string): void => hearing?.({ verdict: { status: 'unknown', why: 'crash', detail }, threadEnds: true });
  worker.on('message', (told: unknown) => hearing?.({ verdict: verdictOf(told), threadEnds: false }));
  worker.on('error', (thrown: unknown) => crashed(String(thrown).slice(0, 200)));
  worker.on('exit', () => crashed('its thread ended'));
  return {
    worker,
    listen: (to) => {
      hearing = to;
      if (to === undefined) worker.unref();
      else worker.ref();
    },
  };
};

/** recheck in a thread of its own, so that it can be stopped; one pattern after the other, each text once. */
export const patternChecker = ({ patternMs, threadMs }: CheckerLimits): PatternChecker => {
  const known = new Map<string, PatternVerdict>();
  let thread: ReturnType<typeof startThread> | undefined;
  const ask = async (pattern: JsPattern, signal?: AbortSignal): Promise<PatternVerdict> => {
    thread ??= startThread(patternMs);
    const { worker, listen } = thread;
    const answer = await new Promise<Answer | 'aborted'>((resolve) => {
      const late: Answer = { verdict: { status: 'unknown', why: 'timeout', detail: `no answer within ${threadMs} ms` }, threadEnds: true };
      const timer = setTimeout(() => settle(late), threadMs);
      const abort = (): void => settle('aborted');
      const settle = (end: Answer | 'aborted'): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        listen(undefined);
        resolve(end);
      };
      signal?.addEventListener('abort', abort);
      listen(settle);
      worker.postMessage(pattern);
    });
    if (answer === 'aborted' || answer.threadEnds) {
      thread = undefined;
      await worker.terminate();
    }
    if (answer === 'aborted') throw signal?.reason;
    return answer.verdict;
  };
  let queue: Promise<unknown> = Promise.resolve();
  return {
    check: (pattern, signal) => {
      const key = `${pattern.flags}/${pattern.source}`;
      const answer = queue.then(async () => {
        signal?.throwIfAborted();
        const before = known.get(key);
        if (before !== undefined) return before;
        const verdict = await ask(pattern, signal);
        // What a busy machine did to one is not the pattern's.
        if (verdict.status !== 'unknown' || verdict.why === 'unreadable') known.set(key, verdict);
        return verdict;
      });
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
};
