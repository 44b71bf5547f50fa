import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GivenSamples, ReadOptions } from '../../../src/datasets/dataset.ts';
import { jsonl } from '../../../src/datasets/sample-formats/jsonl.ts';
import { laidOut, sampleFormatContract } from '../../contracts/sample-format.ts';
import { taskFor } from './tasks.ts';

const rows = (...all: readonly object[]): string => all.map((row) => `${JSON.stringify(row)}\n`).join('');

sampleFormatContract('jsonl', {
  make: jsonl,
  good: {
    files: {
      'answers.jsonl': rows(
        { task_id: 'HumanEval/0', completion: '    return 1\n' },
        { task_id: 'HumanEval/0', completion: '    return 2\n' },
      ),
    },
    path: 'answers.jsonl',
    options: { language: 'python' },
  },
  bad: {
    files: { 'answers.jsonl': `${rows({ task_id: 'a', solution: 'x = 1' })}\n{"task_id": "b", "solution": 7}\n` },
    path: 'answers.jsonl',
    options: { language: 'python' },
    place: /answers\.jsonl:3:\d+ solution: expected a string, found 7/,
  },
});

const read = async (content: string, options: ReadOptions = { language: 'python' }): Promise<GivenSamples> =>
  jsonl().read(join(await laidOut({ 'a.jsonl': content }), 'a.jsonl'), options);

const tasks = [taskFor('read-note', ['python'], 'def read(name):\n'), taskFor('seat-plan', ['python', 'c'])];

describe('samples as JSONL', () => {
  it('count up among the answers of one task and system', async () => {
    const { samples } = await read(rows({ task_id: 'a', solution: '1' }, { task_id: 'b', solution: '2' }, { task_id: 'a', solution: '3' }));
    expect(samples.map(({ taskId, index }) => `${taskId}#${index}`)).toEqual(['a#0', 'b#0', 'a#1']);
  });

  it('keep a stated index, and count on from it', async () => {
    const { samples } = await read(
      rows({ task_id: 'a', solution: '1', index: 4 }, { task_id: 'a', solution: '2' }, { task_id: 'a', solution: '3', sample_id: '9' }),
    );
    expect(samples.map(({ index }) => index)).toEqual([4, 5, 9]);
  });

  it('are refused where one stands twice', async () => {
    const content = rows({ task_id: 'a', solution: '1', index: 0 }, { task_id: 'a', solution: '2', index: 0 });
    await expect(read(content)).rejects.toThrow(/a\.jsonl:2: sample 0 of task a .* line 1/);
  });

  it('are completions or whole answers by their key', async () => {
    const { samples } = await read(rows({ task_id: 'a', completion: 'x' }, { task_id: 'a', solution: 'y' }));
    expect(samples.map(({ style, completion }) => [style, completion.text])).toEqual([
      ['completion', 'x'],
      ['instruction', 'y'],
    ]);
  });

  it('take the system from the row, else from the file’s name', async () => {
    const { samples } = await read(
      rows(
        { task_id: 'a', solution: '1', model: 'm' },
        { task_id: 'a', solution: '2', system: 's', model: 'm' },
        { task_id: 'a', solution: '3' },
      ),
    );
    expect(samples.map(({ system }) => system)).toEqual(['m', 's', 'a']);
  });

  it('take language and head from the task', async () => {
    const { samples } = await read(rows({ task_id: 'core/read-note', completion: '  return 1\n' }), { tasks });
    expect(samples[0]).toMatchObject({ taskId: 'read-note', language: 'python', prefix: 'def read(name):\n' });
  });

  it('need a language where the task has several', async () => {
    await expect(read(rows({ task_id: 'seat-plan', solution: 'x' }), { tasks })).rejects.toThrow('comes in python, c');
    expect((await read(rows({ task_id: 'seat-plan', solution: 'x', language: 'c' }), { tasks })).samples[0]?.language).toBe('c');
  });

  it('are refused for a task that is not there, with the nearest one', async () => {
    await expect(read(rows({ task_id: 'read-noet', solution: 'x' }), { tasks })).rejects.toThrow(
      'found "read-noet"; did you mean "read-note"?',
    );
  });

  it('need exactly one of completion and solution', async () => {
    await expect(read(rows({ task_id: 'a' }))).rejects.toThrow(/a\.jsonl:1:\d+.*exactly one of the keys completion and solution/);
    await expect(read(rows({ task_id: 'a', completion: '', solution: '' }))).rejects.toThrow('exactly one');
  });

  it('may be empty answers', async () => {
    expect((await read(rows({ task_id: 'a', solution: '' }))).samples[0]?.completion.text).toBe('');
  });

  it('say that a last line is cut', async () => {
    await expect(read(`${rows({ task_id: 'a', solution: '1' })}{"task_id": "a", "solu`)).rejects.toThrow(
      /a\.jsonl:2:\d+: expected JSON[\s\S]*last line, and it is cut/,
    );
  });

  it('are refused for one bad line in the middle', async () => {
    await expect(read(`nonsense\n${rows({ task_id: 'a', solution: '1' })}`)).rejects.toThrow(
      /a\.jsonl:1:1: expected JSON, found "nonsense"/,
    );
  });

  it('may have Windows line ends, blank lines and a byte-order mark', async () => {
    const content = `\uFEFF${rows({ task_id: 'a', solution: '1' })}\n${rows({ task_id: 'a', solution: '2' })}`.replaceAll('\n', '\r\n');
    expect((await read(content)).samples).toHaveLength(2);
  });

  it('are refused where there are none', async () => {
    await expect(read('\n\n')).rejects.toMatchObject({ code: 'no-samples' });
  });

  it('name the keys that were not read', async () => {
    expect((await read(rows({ task_id: 'a', solution: '1', score: 3 }))).notes).toEqual(['keys that were not read: score']);
  });
});

describe('wordings in JSONL', () => {
  const [own] = tasks[0]?.languages ?? [];
  const both =
    own === undefined || tasks[0] === undefined
      ? []
      : [{ ...tasks[0], languages: [{ ...own, explicitPrompts: { completion: 'def other(name):\n' } }] }];

  it('are kept, each with the head of its own prompt', async () => {
    const row = { task_id: 'read-note', completion: '    pass\n' };
    const { samples } = await read(rows(row, { ...row, wording: 'explicit' }, { ...row, wording: 'plain' }), { tasks: both });
    expect(samples.map(({ wording, index, prefix }) => [wording, index, prefix])).toEqual([
      [undefined, 0, 'def read(name):\n'],
      ['explicit', 0, 'def other(name):\n'],
      [undefined, 1, 'def read(name):\n'],
    ]);
  });
});
