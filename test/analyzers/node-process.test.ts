import { describe, expect, it } from 'vitest';
import { run } from './tools.ts';

const limits = { timeLimitMs: 30_000, outputLimitBytes: 100_000 };
const node = (script: string, overrides: Partial<typeof limits> & { readonly signal?: AbortSignal } = {}) =>
  run({ command: process.execPath, args: ['-e', script], ...limits, ...overrides });

describe('nodeProcess', () => {
  it('hands over arguments as they are, without a shell', async () => {
    const words = ['$HOME', '; echo x', '*', "a'b", ''];
    const result = await run({
      command: process.execPath,
      args: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...words],
      ...limits,
    });
    expect(JSON.parse(result.stdout)).toEqual(words);
  });

  it('gives the program no environment but the one that is named', async () => {
    const result = await node('console.log(Object.keys(process.env).sort().join())');
    expect(result.stdout.trim()).toBe('HOME,LANG,LC_ALL,PATH,PYTHONDONTWRITEBYTECODE');
  });

  it('reports exit code and both outputs', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({
      ended: 'exited',
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('reports a signal', async () => {
    expect(await node('process.kill(process.pid, "SIGABRT")')).toMatchObject({ ended: 'killed', by: 'SIGABRT' });
  });

  it('kills at the time limit, with what had been written until then', async () => {
    const result = await node('console.log("early"); setInterval(() => {}, 1000)', { timeLimitMs: 1_500 });
    expect(result).toEqual({ ended: 'timeout', afterMs: 1_500, stdout: expect.any(String), stderr: '' });
  });

  it('kills at the output limit and keeps no more than that', async () => {
    const result = await node('for (;;) require("fs").writeSync(1, "x".repeat(10000))', { outputLimitBytes: 50_000 });
    expect(result).toMatchObject({ ended: 'too-much-output', limitBytes: 50_000 });
    expect(result.stdout).toHaveLength(50_000);
  });

  it('kills what the program left running', async () => {
    const left =
      'const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); console.log(c.pid); c.unref(); process.exit(0)';
    const { stdout, ended } = await node(left);
    expect(ended).toBe('exited');
    await expect
      .poll(
        () => {
          try {
            return process.kill(Number(stdout), 0);
          } catch {
            return false;
          }
        },
        { timeout: 10_000 },
      )
      .toBe(false);
  });

  it('does not wait for a descendant that left the group and holds the output', async () => {
    const left =
      'require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"], { stdio: "inherit", detached: true }).unref(); process.exit(0)';
    expect(await node(left, { timeLimitMs: 1_500 })).toMatchObject({ ended: 'timeout' });
  });

  it('says that a program is missing', async () => {
    expect(await run({ command: 'fathom-has-no-such-tool', args: [], ...limits })).toMatchObject({
      ended: 'not-started',
      missing: true,
      detail: 'fathom-has-no-such-tool is not on PATH',
    });
  });

  it('rejects with the reason where it is aborted', async () => {
    const controller = new AbortController();
    const result = node('setInterval(() => {}, 1000)', { signal: controller.signal });
    controller.abort(new Error('interrupted'));
    await expect(result).rejects.toThrow('interrupted');
  });
});
