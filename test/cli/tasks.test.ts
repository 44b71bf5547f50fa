import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configureTasks } from '../../src/cli/commands/tasks/configure.ts';
import { tasks } from '../../src/cli/commands/tasks.ts';
import type { Context } from '../../src/cli/context.ts';
import { bubblewrap } from '../../src/sandboxes/bubblewrap.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'fathom-tasks-'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const sandbox = bubblewrap({ nodePath: process.execPath, slots: 1 });
const available = (await sandbox.probe()).available;
await sandbox.close();

type Said = { readonly code: number; readonly out: string; readonly notes: string };

/** `fathom tasks …` from source. */
const run = async (line: string, stop = new AbortController()): Promise<Said> => {
  const out: string[] = [];
  const notes: string[] = [];
  const console = { out: (text: string) => void out.push(text), note: (text: string) => void notes.push(text), redraw: () => undefined };
  const context: Context = {
    console: { ...console, live: false, colour: false, unicode: true, width: 100 },
    environment: {},
    clock: Date.now,
    cwd,
    signal: stop.signal,
    argv: [],
  };
  const command = configureTasks(new Command('tasks'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.action(() => undefined);
  await command.parseAsync(line.split(' '), { from: 'user' });
  const code = await tasks(context, { positional: command.processedArgs, options: command.opts() });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
};

describe('tasks check of nothing', () => {
  test('is refused, since it would say that all is well', async () => {
    await expect(run('check --cwe CWE-190 --language python')).rejects.toThrow(/No task that was asked for has a witness in python/);
  });

  test('is refused for each task that was named and that the filters leave out', async () => {
    await expect(run('check read-note order-total --language python')).rejects.toThrow(/leaves out order-total\./);
  });
});

describe('tasks list', () => {
  test('shows family, weakness, kind and languages of the tasks that the filters leave', async () => {
    const { out } = await run('list --cwe CWE-22 --language python');
    expect(out).toMatch(/read-note\s+files and paths\s+CWE-22\s+function\s+py/);
    expect(out).not.toContain('bill-share');
  });

  test('tells scripts the same', async () => {
    const { out } = await run('list --cwe CWE-22 --json');
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ id: 'read-note', family: 'files and paths', kind: 'function', summary: expect.any(String) }),
    );
  });

  test('refuses a language that there is not', async () => {
    await expect(run('list --language cobol')).rejects.toThrow('expected languages of');
  });
});

describe('tasks show', () => {
  test('shows the prompt in the language and style that were asked for', async () => {
    const { out } = await run('show read-note --language javascript --style completion');
    expect(out).toContain('Request (javascript, completion)');
    expect(out).toContain('readNote');
    expect(out).toMatch(/witnesses\/javascript\/insecure\.js\s+pass\s+fail\s+[a-z]/);
    expect(out).not.toContain('witnesses/python');
  });

  test('says where a task has no such prompt', async () => {
    await run('new bare-guest --cwe CWE-22 --languages python');
    expect((await run('show bare-guest --suite my-tasks --wording explicit')).out).toContain('Request (python, instruction, explicit)');
    await expect(run('show bare-guest --suite my-tasks --style haiku')).rejects.toThrow('expected one of');
  });
});

describe('tasks coverage', () => {
  test('is a table, or the page of the documentation', async () => {
    expect((await run('coverage')).out).toMatch(/files and paths\s+CWE-22/);
    expect((await run('coverage --markdown')).out).toMatch(/^# Coverage\n/);
    expect(JSON.parse((await run('coverage --json --cwe CWE-22')).out)).toHaveProperty('top25');
  });
});

describe('tasks new', () => {
  test('writes a task into a suite of one’s own and says what is to be filled in', async () => {
    const { out, code } = await run('new greet-guest --cwe CWE-22 --languages python,go');
    expect(code).toBe(0);
    expect(out).toContain('1 of 5  task.yaml:2');
    expect(out).toContain('fathom tasks check greet-guest --suite my-tasks --mutate');
    await expect(run('new greet-guest --cwe CWE-22')).rejects.toMatchObject({ code: 'task-exists' });
  });

  test('asks for one id and a weakness', async () => {
    await expect(run('new --cwe CWE-22')).rejects.toMatchObject({ code: 'one-task' });
    await expect(run('new greet-guest')).rejects.toMatchObject({ code: 'cwe-missing' });
  });
});

describe('tasks check', () => {
  test('does not take ids and --all at once', async () => {
    await expect(run('check read-note --all')).rejects.toMatchObject({ code: 'all-and-some' });
  });

  test('refuses a number that is none', async () => {
    for (const flag of ['repeat', 'jobs', 'load']) await expect(run(`check read-note --${flag} 0`)).rejects.toThrow('at least 1');
  });
});

describe.skipIf(!available)('tasks check, in a working bubblewrap', () => {
  test('ends with 1 while places of a new task are open', { timeout: 120_000 }, async () => {
    await run('new open-guest --cwe CWE-22 --languages python --suite open');
    const { code, out } = await run('check --suite open');
    expect(code).toBe(1);
    expect(out).toContain('open-guest (python): witnesses/python/secure.py:1');
    expect(out).not.toMatch(/\bok$/m);
  });

  test('counts, times, repeats and names what was not checked', { timeout: 300_000 }, async () => {
    const { code, out, notes } = await run('check read-note --language python --repeat 2 --jobs 2 --load 1');
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toMatch(/read-note\s+python\s+\d+\s+\d+\s+\d+\s+ok/);
    expect(out).toContain('all tell their witnesses apart');
    expect(notes).toContain('round 2 of 2 (seed 2): no problems');
  });

  test('that is stopped says what it did not reach, and ends with 130', { timeout: 120_000 }, async () => {
    const stop = new AbortController();
    stop.abort(new Error('interrupted'));
    expect(await run('check read-note', stop)).toMatchObject({ code: 130 });
  });

  test('and show --verdicts tell what each witness gets', { timeout: 120_000 }, async () => {
    const { out } = await run('show read-note --language python --verdicts');
    expect(out).toMatch(/witnesses\/python\/insecure\.py\s+pass\s+fail\s+pass, fail; [a-z-]+: fail/);
  });
});
