import { type ChildProcess, spawn } from 'node:child_process';
import { messageOf } from '../core/index.ts';
import type { ProcessEnd, ProcessResult, RunProcess } from './run-process.ts';

/** Kills the process and everything in its group; a group that is already gone is fine. */
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
};

const collector = (limitBytes: number, onLimit: () => void): { add: (chunk: Buffer) => void; text: () => string } => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (chunk) => {
      const room = limitBytes - bytes;
      bytes += chunk.length;
      if (room > 0) chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      if (bytes > limitBytes) onLimit();
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
};

/**
 * Runs programs of this machine, each in a process group of its own with no environment but the one given here.
 * `path` is the PATH on which commands are looked up.
 */
export const nodeProcess = (options: { readonly path: string; readonly home?: string }): RunProcess => {
  const env = {
    PATH: options.path,
    HOME: options.home ?? '/nonexistent',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return (request) =>
    new Promise<ProcessResult>((resolve, reject) => {
      const { command, args, cwd, timeLimitMs, outputLimitBytes, signal } = request;
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const child = spawn(command, [...args], {
        ...(cwd === undefined ? {} : { cwd }),
        env: { ...env, ...request.env },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let cause: ProcessEnd | 'aborted' | undefined;
      let gone = false;
      const stop = (why: ProcessEnd | 'aborted'): void => {
        cause ??= why;
        if (!gone) killGroup(child);
        // A descendant that left the group may still hold the pipes: nobody waits for it.
        child.stdout.destroy();
        child.stderr.destroy();
      };
      const flooded = (): void => stop({ ended: 'too-much-output', limitBytes: outputLimitBytes });
      const stdout = collector(outputLimitBytes, flooded);
      const stderr = collector(outputLimitBytes, flooded);
      child.stdout.on('data', stdout.add);
      child.stderr.on('data', stderr.add);
      const timer = setTimeout(() => stop({ ended: 'timeout', afterMs: timeLimitMs }), timeLimitMs);
      const abort = (): void => stop('aborted');
      signal?.addEventListener('abort', abort);
      const settle = (end: ProcessEnd): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        if (cause === 'aborted') reject(signal?.reason);
        else resolve({ ...(cause ?? end), stdout: stdout.text(), stderr: stderr.text() });
      };
      child.on('error', (thrown) => {
        const missing = 'code' in thrown && thrown.code === 'ENOENT';
        settle({ ended: 'not-started', missing, detail: missing ? `${command} is not on PATH` : messageOf(thrown) });
      });
      // Whatever the tool left running in its group ends with it; else it could keep the pipes open.
      child.on('exit', () => {
        killGroup(child);
        gone = true;
      });
      child.on('close', (exitCode, by) => {
        settle(exitCode === null ? { ended: 'killed', by: by ?? 'an unknown signal' } : { ended: 'exited', exitCode });
      });
    });
};
