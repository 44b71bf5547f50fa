import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, PlannedSample, Verdict } from '../../src/core/index.ts';
import { ModelError } from '../../src/models/model.ts';
import type { Oracle } from '../../src/oracles/oracle.ts';
import { expandPlan } from '../../src/pipeline/plan.ts';
import { type RunPorts, type RunResult, runPlan } from '../../src/pipeline/run.ts';
import { openRun, type RunStore, readEvaluation } from '../../src/pipeline/store/run-store.ts';
import { taskNamed } from '../support/task.ts';

const task = taskNamed('read-note', ['python'], ['CWE-22']);
const plan = (nSamples: number) =>
  expandPlan({ tasks: [task], systems: ['s'], styles: ['instruction'], perturbations: ['none'], nSamples, seed: 1 });

const pass: Verdict = {
  oracle: 'tests',
  axis: 'functional',
  grade: 'witnessed',
  family: 'tests',
  voice: { counts: true },
  collateral: [],
  status: 'pass',
};

type Counting = Oracle & { readonly seen: string[] };
const countingOracle = (version = '1', verdict: Verdict = pass): Counting => {
  const seen: string[] = [];
  return {
    id: 'dynamic',
    version,
    batchSize: 4,
    seen,
    prepare: async () => [],
    examine: async (batch) => {
      seen.push(...batch.map(({ sample }) => sample.id));
      return batch.map(() => [verdict]);
    },
    close: async () => {},
  };
};

describe('a run', () => {
  let folder: string;
  let asked: number[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-run-'));
    asked = [];
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const answer = async ({ index }: PlannedSample) => {
    asked.push(index);
    return { text: `\`\`\`python\nprint(${index})\n\`\`\``, finishReason: 'stop' as const, model: 'test' };
  };
  const ports = (store: RunStore, more: Partial<RunPorts> = {}): RunPorts => ({
    store,
    plan: plan(8),
    tasks: new Map([[task.id, task]]),
    oracles: [countingOracle()],
    parserOf: {},
    obtain: answer,
    prefixOf: () => '',
    now: () => new Date(0),
    concurrency: 3,
    batch: 4,
    onProgress: () => {},
    ...more,
  });
  const runIn = async (more: Partial<RunPorts> = {}, signal = new AbortController().signal): Promise<RunResult> => {
    const store = await openRun(folder);
    try {
      return await runPlan(ports(store, more), signal);
    } finally {
      await store.close();
    }
  };
  const entries = async (): Promise<readonly Entry[]> => {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ recordVersion: 1 }));
    return (await readEvaluation(folder)).entries;
  };

  it('records every sample once', async () => {
    expect(await runIn()).toMatchObject({ total: 8, examined: 8, failed: 0, stopped: 'finished' });
    expect(new Set((await entries()).map(({ id }) => id)).size).toBe(8);
  });

  it('asks no model and no oracle again when it is repeated', async () => {
    await runIn();
    const oracle = countingOracle();
    asked = [];
    expect(await runIn({ oracles: [oracle] })).toMatchObject({ reused: 8, examined: 0 });
    expect([asked, oracle.seen]).toEqual([[], []]);
  });

  it('extends when more samples are asked for', async () => {
    await runIn({ plan: plan(3) });
    asked = [];
    await runIn({ plan: plan(5) });
    expect(asked.sort()).toEqual([3, 4]);
  });

  it('examines a paid answer after a kill between answer and examination', async () => {
    const store = await openRun(folder);
    await store.saveCompletion('read-note/python/instruction/none/s#0', await answer({ ...(plan(1).samples[0] as PlannedSample) }));
    await store.close();
    asked = [];
    await runIn({ plan: plan(1) });
    expect(asked).toEqual([]);
    expect(await entries()).toHaveLength(1);
  });

  it('repeats only the torn entry after a kill while writing', async () => {
    await runIn();
    const path = join(folder, 'entries.jsonl');
    await truncate(path, (await readFile(path)).length - 5);
    const oracle = countingOracle();
    asked = [];
    expect(await runIn({ oracles: [oracle] })).toMatchObject({ reused: 7, examined: 1 });
    expect([asked, oracle.seen]).toEqual([[], []]); // The answer and its verdicts were kept.
  });

  it('examines anew, without asking models, when an oracle has another version', async () => {
    await runIn();
    asked = [];
    const oracle = countingOracle('2');
    await runIn({ oracles: [oracle] });
    expect(asked).toEqual([]);
    expect(oracle.seen).toHaveLength(8);
    expect(await entries()).toHaveLength(8);
  });

  it('asks an oracle once for equal code', async () => {
    const oracle = countingOracle();
    await runIn({
      oracles: [oracle],
      batch: 8,
      concurrency: 8,
      obtain: async () => ({ text: 'same = 1', finishReason: 'stop', model: 'test' }),
    });
    expect(oracle.seen.length).toBeLessThan(8);
    expect(await entries()).toHaveLength(8);
  });

  it('does not remember a sandbox failure as a verdict', async () => {
    const broken: Verdict = { ...pass, status: 'unknown', reason: 'sandbox', detail: 'no box' } as Verdict;
    await runIn({ plan: plan(1), oracles: [countingOracle('1', broken)] });
    const oracle = countingOracle();
    await runIn({ plan: plan(1), oracles: [oracle], again: new Set(['read-note/python/instruction/none/s#0']) });
    expect(oracle.seen).toHaveLength(1);
    expect((await entries())[0]?.verdicts[0]?.status).toBe('pass');
  });

  it('keeps a sample without an answer out of the record and asks again next time', async () => {
    const result = await runIn({
      plan: plan(3),
      obtain: async (planned) => {
        if (planned.index === 1) throw new ModelError('server', 'down', true);
        return answer(planned);
      },
    });
    expect(result).toMatchObject({ examined: 2, failed: 1, failures: [{ code: 'server' }] });
    asked = [];
    await runIn({ plan: plan(3) });
    expect(asked).toEqual([1]);
  });

  it('stops asking when the purse is empty, and examines what was paid for', async () => {
    const result = await runIn({
      plan: plan(50),
      concurrency: 1,
      obtain: async (planned) => {
        if (planned.index >= 5) throw new ModelError('budget', 'spent', false);
        return answer(planned);
      },
    });
    expect(result).toMatchObject({ examined: 5, stopped: 'fatal' });
    expect(result.failed).toBeLessThan(3);
  });

  it('keeps what is finished when it is interrupted, and resumes', async () => {
    const controller = new AbortController();
    const result = await runIn(
      {
        plan: plan(40),
        concurrency: 1,
        batch: 2,
        onProgress: ({ examined }) => {
          if (examined >= 6) controller.abort();
        },
      },
      controller.signal,
    );
    expect(result.stopped).toBe('interrupted');
    const paid = asked.length;
    await runIn({ plan: plan(40) });
    expect(asked.length).toBeLessThanOrEqual(paid + (40 - result.examined));
    expect(new Set(asked).size).toBe(asked.length);
    expect(await entries()).toHaveLength(40);
  });

  it('rejects, and records nothing of the batch, when an oracle breaks its promise', async () => {
    const rude: Oracle = { ...countingOracle(), examine: () => Promise.reject(new Error('boom')) };
    await expect(runIn({ oracles: [rude] })).rejects.toThrow('oracle dynamic failed against its promise: boom');
    expect(await entries()).toHaveLength(0);
  });

  it('calls code unparsable when the language’s own parser refuses it, not when another tool does', async () => {
    const refused: Verdict = {
      ...pass,
      oracle: 'static:ruff',
      axis: 'secure',
      status: 'unknown',
      reason: 'unparsable-code',
      detail: 'line 1',
    } as Verdict;
    await runIn({ plan: plan(1), oracles: [countingOracle('1', refused)], parserOf: { python: 'static:other' } });
    expect((await entries())[0]?.kind).toBe('code');
    await runIn({ plan: plan(2), oracles: [countingOracle('2', refused)], parserOf: { python: 'static:ruff' } });
    expect((await entries())[0]?.kind).toBe('unparsable');
  });
});
