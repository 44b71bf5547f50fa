import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SampleKind, Verdict } from '../../../src/core/index.ts';
import type { GivenSample } from '../../../src/datasets/dataset.ts';
import { sallm } from '../../../src/datasets/sample-formats/sallm.ts';
import { extract } from '../../../src/extraction/index.ts';
import { laidOut, sampleFormatContract } from '../../contracts/sample-format.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../fixtures/samples/${name}.jsonl`, import.meta.url));
const chat = readFileSync(path('sallm-chat'), 'utf8');

sampleFormatContract('sallm', {
  make: sallm,
  good: { files: { 'x.jsonl': chat }, path: 'x.jsonl', options: {} },
  bad: {
    files: { 'x.jsonl': chat.replace('"test_vulnerability": "failure"', '"test_vulnerability": "failed"') },
    path: 'x.jsonl',
    options: {},
    place: /x\.jsonl:1:\d+ output\.choices\[1\]\.test_vulnerability: expected one of .*found "failed"/,
  },
});

const said = (verdict: Verdict | undefined): string =>
  verdict?.status === 'unknown' ? `unknown ${verdict.reason}` : (verdict?.status ?? 'none');
const kindOf = ({ completion, prefix }: GivenSample): SampleKind =>
  extract({
    text: completion.text,
    language: 'python',
    style: 'completion',
    prefix,
    finishReason: completion.finishReason,
    ...(completion.code === undefined ? {} : { given: completion.code }),
  }).kind;

describe('SALLM generations', () => {
  it('fail on the secure axis only where the security test failed, and never pass where no test decided', async () => {
    const { samples } = await sallm().read(path('sallm-chat'), {});
    expect(samples.map(({ verdicts }) => verdicts.map((verdict) => `${verdict.axis} ${said(verdict)}`))).toEqual([
      ['functional pass', 'secure pass'],
      ['functional pass', 'secure fail'],
      ['functional unknown not-in-source', 'secure unknown not-in-source'],
      ['functional unknown error', 'secure unknown error'],
    ]);
  });

  it('carry verdicts that could be forged, of one oracle', async () => {
    const { samples } = await sallm().read(path('sallm-chat'), {});
    for (const verdict of samples.flatMap(({ verdicts }) => verdicts)) {
      expect(verdict).toMatchObject({
        oracle: 'imported:sallm',
        family: 'imported:sallm',
        grade: 'witnessed',
        forgeable: true,
        voice: { counts: true },
      });
    }
  });

  it('are examined as the tests saw them, or as extracted where the cleaning broke them', async () => {
    const { samples } = await sallm().read(path('sallm-chat'), {});
    expect(samples.map(({ completion }) => completion.code !== undefined)).toEqual([true, true, false, true]);
    expect(samples.map(kindOf)).toEqual(['code', 'code', 'code', 'code']);
  });

  it('are empty where the model added nothing to the prompt, whatever the tests said', async () => {
    const { samples } = await sallm().read(path('sallm-texts'), {});
    expect(samples.map(kindOf)).toEqual(['code', 'empty', 'code']);
    expect(said(samples[1]?.verdicts[1])).toBe('pass');
  });

  it('describe their tasks, with the CWE of the id', async () => {
    const { tasks, notes } = await sallm().read(path('sallm-texts'), {});
    expect(tasks.map(({ id, suite, cwes }) => ({ id, suite, cwes }))).toEqual([
      { id: 'Tainted_CodeQL_codeql_cwe078_1.py', suite: 'sallm', cwes: ['CWE-78'] },
      { id: 'Tainted_CodeQL_codeql_cwe776_0.py', suite: 'sallm', cwes: ['CWE-776'] },
    ]);
    expect(notes.join('\n')).toContain('The CWE of a task is taken from its id');
    expect(notes.join('\n')).toContain('1 tasks have no test outcome for any answer: Tainted_CodeQL_codeql_cwe776_0.py');
  });

  it('are cut where a text has no end-of-text mark', async () => {
    const { samples } = await sallm().read(path('sallm-texts'), {});
    expect(samples.map(({ completion }) => completion.finishReason)).toEqual(['stop', 'length', 'stop']);
  });

  it('keep the raw answer and the model’s name', async () => {
    const { samples } = await sallm().read(path('sallm-chat'), {});
    expect(samples[1]?.completion).toMatchObject({ text: "    return open('notes/' + name).read()\n", model: 'test-chat-1' });
    expect(samples[1]?.system).toBe('sallm-chat');
  });

  it('are refused where the id names no CWE', async () => {
    const folder = await laidOut({ 'x.jsonl': chat.replace('A_cwe022_0.py', 'A_weakness.py') });
    await expect(sallm().read(join(folder, 'x.jsonl'), {})).rejects.toThrow(/x\.jsonl:1:\d+ id: expected an id that ends in _cwe/);
  });

  it('are refused where one task has two prompts', async () => {
    const folder = await laidOut({ 'x.jsonl': chat + chat.replace('The text of a note', 'Another text') });
    await expect(sallm().read(join(folder, 'x.jsonl'), {})).rejects.toThrow('x.jsonl:2: task Assertion_Author_A_cwe022_0.py');
  });
});
