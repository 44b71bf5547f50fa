import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../../../src/datasets/sample-formats/folder.ts';
import { laidOut, sampleFormatContract } from '../../contracts/sample-format.ts';
import { taskFor } from './tasks.ts';

sampleFormatContract('folder', {
  make: folder,
  good: { files: { 'HumanEval_0/0.py': 'x = 1\n', 'HumanEval_0/1.py': 'x = 2\n' }, path: '', options: {} },
  bad: {
    files: { 'read-noet/0.py': 'x = 1\n' },
    path: '',
    options: { tasks: [taskFor('read-note', ['python'])] },
    place: /read-noet\/0\.py: expected the id of a task, found "read-noet"; did you mean "read-note"\?/,
  },
});

describe('samples as a folder', () => {
  it('come with and without a folder for the language', async () => {
    const path = await laidOut({ 'a/python/0.py': 'x = 1\n', 'a/c/0.c': 'int x;\n', 'b/3.js': 'let x;\n' });
    const { samples } = await folder().read(path, { system: 's' });
    expect(samples.map(({ taskId, language, index }) => `${taskId}/${language}#${index}`)).toEqual([
      'a/c#0',
      'a/python#0',
      'b/javascript#3',
    ]);
  });

  it('may be patches where their folder tells the language', async () => {
    const path = await laidOut({ 'a/python/0.diff': '--- a/x\n', 'a/javascript/1.patch': '--- a/x\n', 'b/2.diff': '--- a/x\n' });
    const { samples, notes } = await folder().read(path, { system: 's' });
    expect(samples.map(({ taskId, language, index }) => `${taskId}/${language}#${index}`)).toEqual(['a/javascript#1', 'a/python#0']);
    expect(notes).toEqual(['1 files that are no samples were not read']);
  });

  it('are taken as they are', async () => {
    const content = '\r\n```\n# not a fence\r\n';
    const { samples } = await folder().read(await laidOut({ 'a/0.py': content }), {});
    expect(samples[0]?.completion).toMatchObject({ text: content, code: content });
  });

  it('are in the order of their numbers', async () => {
    const { samples } = await folder().read(await laidOut({ 'a/10.py': 'x', 'a/9.py': 'y' }), {});
    expect(samples.map(({ index }) => index)).toEqual([9, 10]);
  });

  it('belong to the task whose id has a slash', async () => {
    const tasks = [taskFor('HumanEval/0', ['python'])];
    const { samples } = await folder().read(await laidOut({ 'HumanEval_0/0.py': 'x = 1\n' }), { tasks });
    expect(samples[0]?.taskId).toBe('HumanEval/0');
  });

  it('are completions where they begin as the task’s head does', async () => {
    const tasks = [taskFor('a', ['python'], 'import os\n\ndef f():\n')];
    const { samples } = await folder().read(
      await laidOut({ 'a/0.py': 'import os\n\ndef f():\n    pass\n', 'a/1.py': 'def f():\n    pass\n' }),
      { tasks },
    );
    expect(samples.map(({ style, prefix }) => [style, prefix])).toEqual([
      ['completion', 'import os\n\ndef f():\n'],
      ['instruction', ''],
    ]);
  });

  it('are refused where two files are the same sample', async () => {
    await expect(folder().read(await laidOut({ 'a/0.py': 'x', 'a/python/0.py': 'y' }), {})).rejects.toThrow('the same sample of task a');
  });

  it('are refused where no file is a sample', async () => {
    await expect(folder().read(await laidOut({ 'a/readme.md': 'x' }), {})).rejects.toThrow('found 1 other files');
  });

  it('leave out other files and say so', async () => {
    const { samples, notes } = await folder().read(await laidOut({ 'a/0.py': 'x', 'a/notes.txt': 'y' }), {});
    expect(samples).toHaveLength(1);
    expect(notes).toEqual(['1 files that are no samples were not read']);
  });

  it('do not follow links', async () => {
    const path = await laidOut({ 'a/0.py': 'x' });
    await symlink(join(path, 'a/0.py'), join(path, 'a/1.py'));
    expect((await folder().read(path, {})).samples).toHaveLength(1);
  });
});
