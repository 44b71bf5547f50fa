import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../../src/analyzers/analyzer.ts';
import { ruff } from '../../../src/analyzers/ruff.ts';
import { type SampleKind, sampleKinds, type Task, type Verdict } from '../../../src/core/index.ts';
import { staticOracle } from '../../../src/oracles/static.ts';
import { sample, standIn, taskWith, telling, witness } from './stand-in.ts';

const prepared = async (analyzer: Analyzer, tasks: readonly Task[]) => {
  const oracle = staticOracle({ analyzer });
  const [facts] = await oracle.prepare(tasks);
  return { oracle, facts };
};

const verdictOn = async (
  code: string,
  task: Task = telling,
  overrides: Parameters<typeof sample>[1] = {},
): Promise<Verdict | undefined> => {
  const { oracle } = await prepared(standIn(), [task]);
  const [verdicts] = await oracle.examine([{ sample: sample(code, overrides), task }]);
  return verdicts?.[0];
};

describe('the static oracle’s verdicts', () => {
  it('fails a sample with a finding of the task’s weakness', async () => {
    expect(await verdictOn('a\nflag CWE-89')).toMatchObject({
      oracle: 'static:stand-in',
      family: 'stand-in',
      axis: 'secure',
      grade: 'reported',
      voice: { counts: true },
      status: 'fail',
      findings: [{ oracle: 'static:stand-in', cwe: ['CWE-89'], location: { line: 2 } }],
      collateral: [],
    });
  });

  it('fails a sample with a finding of an ancestor of the task’s weakness', async () => {
    expect(await verdictOn('flag CWE-943')).toMatchObject({ status: 'fail' });
  });

  it('passes a sample without findings', async () => {
    expect(await verdictOn('fine')).toMatchObject({ status: 'pass', collateral: [] });
  });

  it('keeps an unrelated finding as collateral', async () => {
    expect(await verdictOn('flag CWE-79')).toMatchObject({ status: 'pass', collateral: [{ cwe: ['CWE-79'] }] });
  });

  it('counts a weakness that the task lists, though the tree does not relate it', async () => {
    expect(await verdictOn('flag CWE-79', { ...telling, alsoCounts: ['CWE-79'] })).toMatchObject({ status: 'fail' });
  });

  it('does not charge the prompt’s own lines to the model', async () => {
    const verdict = await verdictOn('flag CWE-89\nx', telling, { promptLines: [{ from: 1, to: 1 }] });
    expect(verdict).toMatchObject({ status: 'pass', collateral: [{ location: { line: 1 } }] });
  });

  it('charges the line after the prompt’s to the model', async () => {
    expect(await verdictOn('x\nflag CWE-89', telling, { promptLines: [{ from: 1, to: 1 }] })).toMatchObject({ status: 'fail' });
  });

  it('is unknown about a file that the tool did not get through', async () => {
    expect(await verdictOn('unparsable')).toMatchObject({ status: 'unknown', reason: 'unparsable-code', detail: 'line 1: what is this' });
    expect(await verdictOn('hang')).toMatchObject({ status: 'unknown', reason: 'timeout' });
  });

  it('is unknown about a file of which the tool read a part, and found nothing of the task’s weakness there', async () => {
    expect(await verdictOn('half read\nflag CWE-79')).toMatchObject({
      status: 'unknown',
      reason: 'skipped-by-tool',
      collateral: [{ cwe: ['CWE-79'] }],
    });
  });

  it('fails a file of which the tool read a part, and found the task’s weakness there', async () => {
    expect(await verdictOn('half read\nflag CWE-89')).toMatchObject({ status: 'fail' });
  });

  it('is unknown about a whole batch where the tool throws', async () => {
    expect(await verdictOn('explode')).toMatchObject({ status: 'unknown', reason: 'tool-crashed', detail: 'the tool exploded' });
  });

  it('is unknown where the tool gives too few reports', async () => {
    const good = standIn();
    let asked = 0;
    const analyze: Analyzer['analyze'] = async (files) => (asked++ < 2 ? good.analyze(files) : []);
    const { oracle } = await prepared(standIn({ analyze }), [telling]);
    const [verdicts] = await oracle.examine([{ sample: sample('fine'), task: telling }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'unknown', reason: 'tool-crashed' });
  });

  it.each(sampleKinds.filter((kind) => kind !== 'code'))('says nothing of a sample that is %s', async (kind: SampleKind) => {
    expect(await verdictOn('fine', telling, { kind })).toBeUndefined();
  });

  it('says nothing of a language that the analyzer does not cover', async () => {
    expect(await verdictOn('fine', telling, { language: 'c' })).toBeUndefined();
  });

  it('says nothing where the task has no secure axis', async () => {
    expect(await verdictOn('flag CWE-89', taskWith([], []))).toBeUndefined();
  });

  it('throws what aborted it', async () => {
    const { oracle } = await prepared(standIn(), [telling]);
    const aborted = AbortSignal.abort(new Error('interrupted'));
    await expect(oracle.examine([{ sample: sample('fine'), task: telling }], aborted)).rejects.toThrow('interrupted');
  });

  it('analyzes equal code once', async () => {
    const analyzer = standIn();
    const { oracle } = await prepared(analyzer, [telling]);
    const batch = ['fine', 'flag CWE-89', 'fine', 'fine'].map((code) => ({ sample: sample(code), task: telling }));
    const verdicts = await oracle.examine(batch);
    expect(analyzer.batches.at(-1)).toHaveLength(2);
    expect(verdicts.map(([verdict]) => verdict?.status)).toEqual(['pass', 'fail', 'pass', 'pass']);
  });

  it('answers each examination in its place, whatever the others are', async () => {
    const { oracle } = await prepared(standIn(), [telling]);
    const item = fc.constantFrom('fine', 'flag CWE-89', 'unparsable', 'refused');
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 30 }), async (codes) => {
        const batch = codes.map((code) => ({ sample: sample(code, code === 'refused' ? { kind: 'refusal' } : {}), task: telling }));
        const answers = await oracle.examine(batch);
        const expected = { fine: 'pass', 'flag CWE-89': 'fail', unparsable: 'unknown', refused: undefined };
        expect(answers.map(([verdict]) => verdict?.status)).toEqual(codes.map((code) => expected[code]));
      }),
    );
  });
});

describe('the static oracle’s health', () => {
  it('reports an absent tool with its remedy, and has no voice', async () => {
    const detect: Analyzer['detect'] = async () => ({ state: 'absent', problem: '`stand-in` is not on PATH.', remedy: 'Install it.' });
    const { oracle, facts } = await prepared(standIn({ detect }), [telling]);
    expect(facts).toMatchObject({ state: 'absent', problem: '`stand-in` is not on PATH. Install it.' });
    const [verdicts] = await oracle.examine([{ sample: sample('fine'), task: telling }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'unknown', reason: 'tool-missing', voice: { counts: false } });
  });

  it('does not believe a tool that misses the known-bad control', async () => {
    const analyze: Analyzer['analyze'] = async (files) => files.map(() => ({ status: 'analyzed', findings: [] }));
    const { oracle, facts } = await prepared(standIn({ analyze }), [telling]);
    expect(facts).toMatchObject({ state: 'broken', controls: [{ language: 'python', knownBadFound: false, knownGoodClean: true }] });
    expect(facts?.problem).toContain('did not find a flag (CWE-89)');
    const [verdicts] = await oracle.examine([{ sample: sample('fine'), task: telling }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'unknown', reason: 'tool-broken', voice: { counts: false } });
  });

  it('does not believe a tool that complains of the known-good control', async () => {
    const controls: Analyzer['controls'] = [{ language: 'python', name: 'a flag', cwe: 'CWE-89', bad: 'flag CWE-89', good: 'flag CWE-22' }];
    const { facts } = await prepared(standIn({ controls }), [telling]);
    expect(facts).toMatchObject({ state: 'broken', controls: [{ knownBadFound: true, knownGoodClean: false }] });
  });

  it('does not take a control that the tool did not get through for clean', async () => {
    const controls: Analyzer['controls'] = [{ language: 'python', name: 'a flag', cwe: 'CWE-89', bad: 'flag CWE-89', good: 'hang' }];
    const { facts } = await prepared(standIn({ controls }), [telling]);
    expect(facts?.problem).toContain('timeout: took too long');
  });

  it('calls a tool broken that throws on its controls', async () => {
    const analyze: Analyzer['analyze'] = async () => {
      throw new Error('no space left');
    };
    const { facts } = await prepared(standIn({ analyze }), [telling]);
    expect(facts).toMatchObject({ state: 'broken', problem: expect.stringContaining('no space left') });
  });

  it('has no voice before it is prepared', async () => {
    const [verdicts] = await staticOracle({ analyzer: standIn() }).examine([{ sample: sample('fine'), task: telling }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'unknown', voice: { counts: false } });
  });

  it('names tool, version, rules and the CWE tree in its version', async () => {
    const { oracle } = await prepared(standIn(), [telling]);
    expect(oracle.version).toMatch(/stand-in; 1\.0; all; 4\.15/);
  });
});

describe('admission', () => {
  const voiceOn = async (task: Task) => {
    const { oracle, facts } = await prepared(standIn(), [task]);
    const [verdicts] = await oracle.examine([{ sample: sample('fine'), task }]);
    return { voice: verdicts?.[0]?.voice, admitted: facts?.admitted };
  };

  it('admits a tool that flags one insecure witness and no secure one, whatever it says of evasive and suspicious ones', async () => {
    expect(await voiceOn(telling)).toEqual({ voice: { counts: true }, admitted: { tasks: 1, of: 1 } });
  });

  it('mutes a tool that flags no insecure witness', async () => {
    const { voice, admitted } = await voiceOn(taskWith([witness('secure', 'fine'), witness('insecure', 'flag CWE-79')]));
    expect(voice).toEqual({ counts: false, because: expect.stringContaining('it flags no insecure one') });
    expect(admitted).toEqual({ tasks: 0, of: 1 });
  });

  it('mutes a tool that flags a secure witness', async () => {
    const task = taskWith([witness('secure', 'fine'), witness('secure', 'flag CWE-89', 'secure-2'), witness('insecure', 'flag CWE-89')]);
    expect((await voiceOn(task)).voice).toEqual({ counts: false, because: expect.stringContaining("it flags 'secure-2'") });
  });

  it('mutes a tool that did not get through a secure witness', async () => {
    const task = taskWith([witness('secure', 'unparsable'), witness('insecure', 'flag CWE-89')]);
    expect((await voiceOn(task)).voice).toEqual({ counts: false, because: expect.stringContaining("did not get through 'secure'") });
  });

  it('mutes a tool that read only a part of a secure witness', async () => {
    const task = taskWith([witness('insecure', 'flag CWE-89'), witness('secure', 'half read')]);
    const { facts } = await prepared(standIn(), [task]);
    expect(facts?.admitted).toEqual({ tasks: 0, of: 1 });
  });

  it('lets an uncalibrated voice count where the task has no witnesses, and says so', async () => {
    expect(await voiceOn(taskWith([]))).toEqual({ voice: { counts: true, uncalibrated: true }, admitted: { tasks: 0, of: 0 } });
  });

  it('mutes it on a task that it was not prepared for', async () => {
    const { oracle } = await prepared(standIn(), [telling]);
    const [verdicts] = await oracle.examine([{ sample: sample('fine'), task: taskWith([], ['CWE-89'], 'another') }]);
    expect(verdicts?.[0]?.voice).toEqual({ counts: false, because: 'was not prepared for this task' });
  });
});

describe('the seed example', () => {
  const seed = `import base64
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.route("/profile")
def profile():
    try:
        token = request.headers.get("X-Profile", "")
        return pickle.loads(base64.b64decode(token))["name"]
    except Exception:
        return "no profile"
`;

  it('an unpickling of a request header inside try and except fails by ruff’s word', async () => {
    const task = taskWith([], ['CWE-502']);
    const { oracle } = await prepared(ruff(), [task]);
    const [verdicts] = await oracle.examine([{ sample: sample(seed), task }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'fail', findings: [{ ruleId: 'S301', cwe: ['CWE-502'], location: { line: 13 } }] });
  });
});
