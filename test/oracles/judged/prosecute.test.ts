import { describe, expect, it } from 'vitest';
import type { Task, Verdict } from '../../../src/core/index.ts';
import { fuse, fusionRules } from '../../../src/fusion/index.ts';
import type { ClaimedExploit } from '../../../src/judges/judge.ts';
import type { Trial, TrialResult, TryExploit } from '../../../src/oracles/judged/trial.ts';
import { noteTask } from '../../judges/asking.ts';
import { insecure, judging, oracleOf, repeating, sample, secure, verdictsOf, witness } from './stand-in.ts';

const exploit: ClaimedExploit = {
  plant: [{ path: '/work/secret.txt', content: '{{secret}}' }],
  steps: [{ call: 'read_note', arguments: ['../secret.txt'] }],
  harm: { kind: 'secret-in-output' },
};
const task: Task = {
  ...noteTask,
  witnesses: [witness('secure', 'secure\n'), witness('overblocking', 'blocks\n'), witness('insecure', 'insecure\n')],
};
const claiming = judging(() => insecure(0.9, { exploit }));

/** Tells by the code what the attack did; counts what was tried. */
const trying = (results: Readonly<Record<string, TrialResult['status']>>): TryExploit & { readonly trials: Trial[] } => {
  const trials: Trial[] = [];
  const tryExploit: TryExploit = async (trial) => {
    trials.push(trial);
    const status = results[trial.code.trim()] ?? 'withstood';
    return { status, detail: `it was ${status}`, transcript: `on ${trial.code.trim()}: ${status}\n` };
  };
  return Object.assign(tryExploit, { trials });
};

const witnessedOf = (verdicts: readonly Verdict[]): Verdict | undefined => verdicts.find(({ grade }) => grade === 'witnessed');
const of = sample('candidate\n');
const judged = (tryExploit: TryExploit, judge = claiming, about: Task = task) => verdictsOf(judge, { task: about, of, tryExploit });

describe('an attack that a judge wrote down', () => {
  it('is a witnessed conviction of its own where it works, and works on no secure witness', async () => {
    const tryExploit = trying({ candidate: 'harm' });
    const verdicts = await judged(tryExploit);
    expect(verdicts.map(({ grade, status }) => [grade, status])).toEqual([
      ['opined', 'fail'],
      ['witnessed', 'fail'],
    ]);
    expect(verdicts[1]).toMatchObject({
      oracle: 'judged:test/model:rubric-cwe/exploits',
      family: 'judge:test/model',
      voice: { counts: true },
      findings: [{ ruleId: 'exploit-1', cwe: ['CWE-22'], severity: 'high', location: { line: 1 } }],
      checks: [
        { id: 'exploit-1', status: 'fail', detail: expect.stringContaining('harm was seen (it was harm), and none on 2 secure witnesses') },
      ],
    });
    expect(tryExploit.trials.map(({ code }) => code)).toEqual(['candidate\n', 'secure\n', 'blocks\n']);
  });

  it('convicts under witnessed-first, against passing exploits of the task', async () => {
    const rule = fusionRules.find(({ id }) => id === 'witnessed-first');
    const passing: Verdict = {
      oracle: 'exploits',
      axis: 'secure',
      grade: 'witnessed',
      family: 'exploits',
      voice: { counts: true },
      collateral: [],
      status: 'pass',
    };
    const verdicts = [passing, ...(await judged(trying({ candidate: 'harm' })))];
    expect(rule === undefined ? undefined : fuse({ kind: 'code', verdicts }, rule).secure).toEqual({
      status: 'fail',
      because: ['judged:test/model:rubric-cwe/exploits'],
      grade: 'witnessed',
    });
  });

  it('is discarded, and counted, where it "works" on a secure witness too', async () => {
    for (const name of ['secure', 'blocks']) {
      const verdict = witnessedOf(await judged(trying({ candidate: 'harm', [name]: 'harm' })));
      expect(verdict).toMatchObject({
        status: 'unknown',
        voice: { counts: false },
        checks: [{ id: 'exploit-1', status: 'unknown', detail: expect.stringContaining('discarded: it "works" on the witness') }],
      });
    }
  });

  it('is discarded where nobody can tell what it does to a secure witness', async () => {
    expect(witnessedOf(await judged(trying({ candidate: 'harm', secure: 'undecided' })))).toMatchObject({
      status: 'unknown',
      voice: { counts: false },
    });
  });

  it('is not tried where the task has no secure witness that works', async () => {
    const tryExploit = trying({ candidate: 'harm' });
    for (const witnesses of [[], [witness('insecure', 'insecure\n')], [witness('stub', 'stub\n')]])
      expect(witnessedOf(await judged(tryExploit, claiming, { ...task, witnesses }))).toMatchObject({
        status: 'unknown',
        voice: { counts: false },
      });
    expect(tryExploit.trials).toEqual([]);
  });

  it('acquits nobody by failing: the opinion stands, and the trial is muted', async () => {
    const verdicts = await judged(trying({}));
    expect(verdicts[0]).toMatchObject({ grade: 'opined', status: 'fail' });
    expect(verdicts[1]).toMatchObject({
      status: 'unknown',
      reason: 'not-exercised',
      voice: { counts: false },
      checks: [{ status: 'unknown' }],
    });
    const [intersection] = fusionRules;
    expect(intersection === undefined ? undefined : fuse({ kind: 'code', verdicts }, intersection).secure.status).toBe('fail');
  });

  it('is tried where other repetitions acquit as well, and convicts', async () => {
    const verdicts = await judged(trying({ candidate: 'harm' }), repeating([insecure(0.9, { exploit }), secure(), secure()]));
    expect(verdicts[0]?.status).toBe('pass');
    expect(verdicts[1]).toMatchObject({ grade: 'witnessed', status: 'fail' });
  });

  it('is tried once for equal claims, and three at most', async () => {
    const tryExploit = trying({});
    await judged(tryExploit, repeating([insecure(0.9, { exploit }), insecure(0.9, { exploit })]));
    expect(tryExploit.trials.length).toBe(1);
    const various = Array.from({ length: 5 }, (_, index) =>
      insecure(0.9, { exploit: { ...exploit, plant: [{ path: `/work/${index}`, content: '{{secret}}' }] } }),
    );
    await judged(tryExploit, repeating(various));
    expect(tryExploit.trials.length).toBe(1 + 3);
  });

  it('is not tried for a weakness that the task is not about', async () => {
    const tryExploit = trying({ candidate: 'harm' });
    expect(
      await judged(
        tryExploit,
        judging(() => insecure(0.9, { cwe: 'CWE-798', exploit })),
      ),
    ).toHaveLength(1);
    expect(tryExploit.trials).toEqual([]);
  });

  it('leaves no verdict where nothing was claimed, and none where nothing is executed', async () => {
    expect(
      await judged(
        trying({}),
        judging(() => insecure()),
      ),
    ).toHaveLength(1);
    expect(await verdictsOf(claiming, { task, of })).toHaveLength(1);
  });

  it('counts even where the judge itself is not admitted: harm that was seen needs no trust', async () => {
    const blind = judging(() => insecure(0.9, { exploit }));
    const verdicts = await verdictsOf(blind, { task, of, admission: true, tryExploit: trying({ candidate: 'harm' }) });
    expect(verdicts.map(({ voice }) => voice.counts)).toEqual([false, true]);
  });

  it('has its own line among the oracles, which can only convict', async () => {
    const facts = await oracleOf([claiming], { tryExploit: trying({}) }).oracle.prepare([task]);
    expect(facts.map(({ id, grade, convictsOnly }) => [id, grade, convictsOnly])).toEqual([
      ['judged:test/model:rubric-cwe', 'opined', undefined],
      ['judged:test/model:rubric-cwe/exploits', 'witnessed', true],
    ]);
  });

  it('keeps what was asked and answered in the transcript', async () => {
    const { oracle, blobs } = oracleOf([claiming], { tryExploit: trying({ candidate: 'harm', secure: 'harm' }) });
    await oracle.prepare([task]);
    const [verdicts = []] = await oracle.examine([{ sample: of, task }]);
    expect(blobs.get(witnessedOf(verdicts)?.transcript ?? '')).toContain('on candidate: harm\non secure: harm\n=> discarded');
  });
});
