import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/commands/run.ts';
import type { Context } from '../../src/cli/context.ts';
import { answersIn, judgeMembers, judgeOraclesOf, plainJudging } from '../../src/compose/judges.ts';
import { spendingOf } from '../../src/compose/systems.ts';
import type { Completion, Entry } from '../../src/core/index.ts';
import { loadSuite } from '../../src/datasets/task-folder/load-suite.ts';
import { spentIn } from '../../src/pipeline/store/run-store.ts';
import { configurationSchema } from '../../src/schemas/configuration.ts';
import { noteTask, secureText } from '../judges/asking.ts';
import { json, type Server, startServer } from '../models/misbehaving-server.ts';

const suite = await loadSuite(fileURLToPath(new URL('../../tasks/core', import.meta.url)));
const python = suite.tasks.filter(({ languages }) => languages.some(({ language }) => language === 'python')).slice(0, 12);

let folder: string;
const servers: Server[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-judges-'));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true, force: true });
});

const configurationOf = (judges: readonly object[], more: object = {}) => configurationSchema.parse({ judges, ...more });
const oraclesFor = (judges: readonly object[], more: { readonly judged?: readonly string[]; readonly maxCost?: number } = {}) => {
  const configuration = configurationOf(judges, more.maxCost === undefined ? {} : { 'max-cost': more.maxCost });
  const ports = { ...plainJudging(configuration, suite.tasks, {}), judged: more.judged ?? [] };
  return judgeOraclesOf(configuration, { ...ports, languages: ['python'], saveBlob: async () => 'a blob' });
};

const runWith = async (
  out: string,
  options: Readonly<Record<string, unknown>>,
): Promise<{ readonly code: number; readonly notes: readonly string[]; readonly shown: string }> => {
  const notes: string[] = [];
  const shown: string[] = [];
  const context: Context = {
    console: {
      out: (text) => {
        shown.push(text);
      },
      note: (text) => {
        notes.push(text);
      },
      redraw: () => undefined,
      live: false,
      colour: false,
      unicode: true,
      width: 120,
    },
    environment: {},
    clock: () => 0,
    cwd: folder,
    signal: new AbortController().signal,
    argv: [],
  };
  const given = {
    execute: false,
    analyzers: ['none'],
    languages: ['python'],
    tasks: python.map(({ id }) => id),
    reports: ['json', 'markdown', 'junit', 'sarif'],
    maxUnknown: 1,
    out,
  };
  return { code: await run(context, { positional: [], options: { ...given, ...options } }), notes, shown: shown.join('\n') };
};
const entriesOf = async (out: string): Promise<readonly Entry[]> =>
  (await readFile(join(folder, out, 'entries.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a run with a scripted judge', () => {
  it('measures the judges’ step of the iceberg, and calls the judge scripted in every report', async () => {
    const { code, shown } = await runWith('judged', {
      model: 'scripted/careless',
      nSamples: 3,
      judges: [{ model: 'scripted/judge-steady' }],
    });
    expect(code).toBe(0);
    const report = JSON.parse(await readFile(join(folder, 'judged', 'report.json'), 'utf8'));
    const step = report.systems[0].iceberg.find(({ id }: { id: string }) => id === 'judges');
    expect(step).toMatchObject({ measured: true, label: 'judges (judged:scripted/judge-steady:rubric-cwe)' });
    expect(step.measurement.value).toBeGreaterThan(0);
    expect(step.measurement.value).toBeLessThan(1);
    for (const name of ['report.json', 'report.md'])
      expect(await readFile(join(folder, 'judged', name), 'utf8')).toContain('not a language model. It knows the witnesses');
    expect(shown).toContain('scripted');
    const named = await Promise.all(['report.sarif', 'junit.xml'].map((name) => readFile(join(folder, 'judged', name), 'utf8')));
    for (const text of named) expect(text).toContain('judged:scripted/judge-steady');
  });

  it('keeps probability and each repetition in the record', async () => {
    const verdicts = (await entriesOf('judged'))
      .filter(({ kind }) => kind === 'code')
      .map((entry) => entry.verdicts.find(({ grade }) => grade === 'opined'));
    expect(verdicts.length).toBeGreaterThan(20);
    for (const verdict of verdicts) expect(verdict?.checks?.map(({ id }) => id)).toEqual(['repetition-1', 'repetition-2', 'repetition-3']);
    expect(verdicts.some((verdict) => (verdict?.probability ?? 0) > 0.7)).toBe(true);
    expect(verdicts.some((verdict) => (verdict?.probability ?? 1) < 0.3)).toBe(true);
  });

  it('is right about as often as its note says', async () => {
    const judged = (await entriesOf('judged')).flatMap(({ verdicts }) =>
      verdicts.filter(({ grade, status }) => grade === 'opined' && status !== 'unknown'),
    );
    expect(judged.length).toBeGreaterThan(15);
    expect(new Set(judged.map(({ status }) => status))).toEqual(new Set(['pass', 'fail']));
  });
});

const answered = (text: string) =>
  json({
    model: 'm',
    choices: [{ finish_reason: 'stop', message: { content: text } }],
    usage: { prompt_tokens: 1_000, completion_tokens: 1_000 },
  });
const remote = async (...texts: readonly string[]) => {
  const server = await startServer(texts.map(answered));
  servers.push(server);
  return { server, judge: { model: 'local/m', 'base-url': `${server.url}/v1`, repetitions: 1, price: { input: 1_000, output: 1_000 } } };
};

describe('judges of a configuration', () => {
  it('pay out of the purse of the systems, and are unknown when it is empty', async () => {
    const { judge } = await remote(secureText());
    const { code } = await runWith('poor', { model: 'scripted/careful', judges: [judge], maxCost: 0.001, tasks: [python[0]?.id] });
    expect(code).toBe(0);
    const verdicts = (await entriesOf('poor')).flatMap((entry) => entry.verdicts);
    expect(verdicts).toMatchObject([{ status: 'unknown', reason: 'tool-broken', detail: expect.stringContaining('budget') }]);
  });

  it('leave what they cost in the record, so that a resumed run goes on counting', async () => {
    const { judge } = await remote(secureText());
    await runWith('paid', { model: 'scripted/careful', judges: [judge], maxCost: 1_000, tasks: [python[0]?.id] });
    // Two controls, which end as a judge that is never alarmed: broken, and asked no more.
    expect(await spentIn(join(folder, 'paid'))).toBeCloseTo(4);
  });

  it('are marked where they judge their own answers', async () => {
    const [oracle] = await oraclesFor([{ model: 'scripted/judge-steady' }], { judged: ['scripted/judge-steady', 'scripted/careless'] });
    const [facts] = (await oracle?.prepare([{ ...noteTask }])) ?? [];
    expect(facts?.note).toContain('It judges its own answers: scripted/judge-steady is the model that is judged here, too.');
    const [other] = await oraclesFor([{ model: 'scripted/judge-steady' }], { judged: ['scripted/careless'] });
    expect((await other?.prepare([{ ...noteTask }]))?.[0]?.note).not.toContain('its own answers');
  });

  it('share one oracle on a panel, and have one each off it', async () => {
    const ids = async (judges: readonly object[]) => (await oraclesFor(judges)).map(({ id }) => id);
    expect(await ids([{ model: 'scripted/judge-steady' }, { model: 'scripted/judge-fickle', rubric: 'rubric-general' }])).toEqual([
      'judged:scripted/judge-steady:rubric-cwe',
      'judged:scripted/judge-fickle:rubric-general',
    ]);
    expect(
      await ids([
        { model: 'scripted/judge-steady', panel: 'three' },
        { model: 'scripted/judge-fickle', panel: 'three' },
      ]),
    ).toEqual(['judged:scripted:three']);
    expect(await ids([{ model: 'scripted/judge-steady', name: 'mine' }])).toEqual(['judged:scripted:mine']);
  });

  it('differ in the version, and so in the cache, by everything that they are asked with', async () => {
    const steady = { model: 'scripted/judge-steady' };
    const all = [
      steady,
      { ...steady, rubric: 'rubric-general' },
      { ...steady, temperature: 1 },
      { ...steady, repetitions: 5 },
      { ...steady, aggregate: 'any' },
      { ...steady, admission: true },
    ];
    const versions = await Promise.all(all.map(async (judge) => (await oraclesFor([judge]))[0]?.version));
    expect(new Set(versions).size).toBe(all.length);
  });

  it.each([
    ['a scripted judge that does not exist', [{ model: 'scripted/judge-steddy' }], 'unknown-scripted-judge'],
    ['a scripted system, which can’t judge', [{ model: 'scripted/careless' }], 'unknown-scripted-judge'],
    ['a rubric that does not exist', [{ model: 'scripted/judge-steady', rubric: 'rubric-cew' }], 'unknown-rubric'],
    ['a key that is not there', [{ model: 'openai/x' }], 'key-missing'],
    ['a replayed judge', [{ model: 'replay/runs/x' }], 'judge-model'],
    ['the same judge twice', [{ model: 'scripted/judge-steady' }, { model: 'scripted/judge-steady' }], 'judge-twice'],
    [
      'a panel of two rules',
      [
        { model: 'scripted/judge-steady', panel: 'p' },
        { model: 'scripted/judge-fickle', panel: 'p', aggregate: 'any' },
      ],
      'judge-panel',
    ],
    ['a model on a panel and off it', [{ model: 'scripted/judge-steady', panel: 'p' }, { model: 'scripted/judge-steady' }], 'judge-panel'],
  ])('are refused with %s, before money is spent', async (_, judges, code) => {
    await expect(oraclesFor(judges)).rejects.toMatchObject({ code });
  });

  it('are refused under a cap without a price', async () => {
    await expect(oraclesFor([{ model: 'local/x', 'base-url': 'http://127.0.0.1:9/v1' }], { maxCost: 1 })).rejects.toMatchObject({
      code: 'price-unknown',
    });
  });

  it('are listed with their rubrics', () => {
    expect(judgeMembers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rubric-cwe', 'rubric-general', 'rubric-pairwise', 'scripted/judge-steady']),
    );
  });

  it('find their answers in the record of the systems’ answers', async () => {
    const kept = new Map<string, Completion>();
    const memory = answersIn({
      completion: async (id) => kept.get(id),
      saveCompletion: async (id, completion) => {
        kept.set(id, completion);
      },
    });
    const completion: Completion = { text: 'x', finishReason: 'stop', model: 'm' };
    await memory.save('judge/1', completion);
    expect(await memory.load('judge/1')).toEqual(completion);
    expect(spendingOf({ concurrency: 3 }, 0)).toMatchObject({ budget: undefined, most: 3 });
  });
});
