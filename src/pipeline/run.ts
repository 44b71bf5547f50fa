import {
  type Completion,
  type Entry,
  messageOf,
  type Plan,
  type PlannedSample,
  type Sample,
  type SourceFiles,
  sampleId,
  type Task,
} from '../core/index.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { examine, examinersOf, type ParserOf, refineKind } from './examine.ts';
import { boundedQueue, type Queue } from './queue.ts';
import { sampleOf } from './sample-of.ts';
import { sha256 } from './store/blobs.ts';
import type { RunStore } from './store/run-store.ts';

/** What a run is handed. Times, models and tools come from outside. */
export type RunPorts = {
  readonly store: RunStore;
  readonly plan: Plan;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly oracles: readonly Oracle[];
  readonly parserOf: ParserOf;
  /** Gets one answer. Throws with `fatal: true` on the error where no other sample could do better. */
  obtain(planned: PlannedSample, signal: AbortSignal): Promise<Completion>;
  /** The head of the file that a completion of this prompt continues; empty for instructions. */
  prefixOf(planned: PlannedSample): string;
  now(): Date;
  /** Answers in flight at once. */
  readonly concurrency: number;
  /** Samples that oracles get at once. */
  readonly batch: number;
  onProgress(progress: Progress): void;
  /** Whether an entry that exists is to be examined again: `--retry-errors`. */
  readonly again?: ReadonlySet<string>;
};

export type Progress = {
  readonly total: number;
  /** Entries that the folder held already. */
  readonly reused: number;
  readonly obtained: number;
  readonly examined: number;
  readonly failed: number;
};

export type Failure = { readonly id: string; readonly system: string; readonly code: string; readonly message: string };

export type RunResult = Progress & { readonly failures: readonly Failure[]; readonly stopped: 'finished' | 'interrupted' | 'fatal' };

type Ready = { readonly planned: PlannedSample; readonly task: Task; readonly sample: Sample; readonly completion: Completion };

const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'error';

/** Errors after which no other sample could fare better: a refused key, an empty purse. */
const isFatal = (thrown: unknown): boolean => ['authentication', 'budget'].includes(codeOf(thrown));

/**
 * Obtains, examines and records every planned sample that the run folder does not hold yet.
 * A sample whose answer could not be had is a failure in the result, stays out of the record, and is asked for again by the next run.
 * Rejects only where Fathom itself fails.
 */
export const runPlan = async (ports: RunPorts, signal: AbortSignal): Promise<RunResult> => {
  const examinedBy = examinersOf(ports.oracles);
  const pending = ports.plan.samples.filter((planned) => {
    const id = sampleId(planned);
    return ports.store.examinedBy(id) !== examinedBy || (ports.again?.has(id) ?? false);
  });
  const progress = {
    total: ports.plan.samples.length,
    reused: ports.plan.samples.length - pending.length,
    obtained: 0,
    examined: 0,
    failed: 0,
  };
  const failures: Failure[] = [];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const queue = boundedQueue<Ready>(ports.batch * 2);
  let fatal = false;
  ports.onProgress(progress);

  const work = pending[Symbol.iterator]();
  const produce = async (): Promise<void> => {
    for (const planned of work) {
      if (either.aborted || fatal) return;
      try {
        await queue.push(await obtainOne(ports, planned, either));
        progress.obtained += 1;
      } catch (thrown) {
        if (either.aborted) return;
        progress.failed += 1;
        failures.push({ id: sampleId(planned), system: planned.system, code: codeOf(thrown), message: messageOf(thrown) });
        fatal ||= isFatal(thrown);
      }
      ports.onProgress(progress);
    }
  };
  const onExamined = (count: number): void => {
    progress.examined += count;
    ports.onProgress(progress);
  };
  const producers = Promise.all(Array.from({ length: ports.concurrency }, produce)).finally(() => queue.end());
  // A fatal answer stops asking; what is in flight or paid for is still examined. Only the user's interruption stops that.
  const consumers = [0, 1].map(() => consume(ports, queue, { examinedBy, signal, onExamined }));
  try {
    await Promise.all([producers, ...consumers]);
  } catch (thrown) {
    stop.abort();
    queue.end();
    if (!signal.aborted) throw thrown;
  }
  return { ...progress, failures, stopped: signal.aborted ? 'interrupted' : fatal ? 'fatal' : 'finished' };
};

/** The answer of one planned sample: the one that was paid for before, or a new one, which is saved at once. */
const obtainOne = async (ports: RunPorts, planned: PlannedSample, signal: AbortSignal): Promise<Ready> => {
  const id = sampleId(planned);
  const task = ports.tasks.get(planned.taskId);
  if (task === undefined) throw new Error(`the plan names task ${planned.taskId}, which the suite does not have`);
  let completion = await ports.store.completion(id);
  if (completion === undefined) {
    completion = await ports.obtain(planned, signal);
    await ports.store.saveCompletion(id, completion);
  }
  return { planned, task, completion, sample: sampleOf(planned, task, ports.prefixOf(planned), completion) };
};

/** Files of a repository as blobs: those that no change touches are the same for every sample. */
const saveAll = async (blobs: RunStore['blobs'], files: SourceFiles): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await Promise.all(Object.entries(files).map(async ([path, content]) => [path, await blobs.save(content)] as const)));

type Consumption = { readonly examinedBy: string; readonly signal: AbortSignal; onExamined(count: number): void };

const consume = async (ports: RunPorts, queue: Queue<Ready>, { examinedBy, signal, onExamined }: Consumption): Promise<void> => {
  for (;;) {
    const batch = await queue.take(ports.batch);
    if (batch.length === 0 || signal.aborted) return;
    const verdicts = await examine(batch, ports.oracles, ports.store, signal);
    if (signal.aborted) return;
    const entries = await Promise.all(
      batch.map(async ({ planned, task, sample, completion }, position): Promise<Entry> => {
        const said = verdicts[position] ?? [];
        return {
          ...planned,
          id: sample.id,
          kind: refineKind(sample, said, ports.parserOf, task),
          code: await ports.store.blobs.save(sample.code),
          ...(sample.files === undefined ? {} : { files: await saveAll(ports.store.blobs, sample.files) }),
          raw: sha256(completion.text),
          promptLines: sample.promptLines,
          provenance: sample.provenance,
          finishReason: completion.finishReason,
          ...(completion.usage === undefined ? {} : { usage: completion.usage }),
          ...(completion.costUsd === undefined ? {} : { costUsd: completion.costUsd }),
          verdicts: said,
          examinedBy,
          at: ports.now().toISOString(),
        };
      }),
    );
    await ports.store.saveEntries(entries);
    onExamined(batch.length);
  }
};
