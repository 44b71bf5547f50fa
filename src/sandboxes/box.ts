import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { messageOf } from '../core/index.ts';
import { encodeFrame, type Frame, frameReader } from './frames.ts';
import { type InsideConfig, insideProgram } from './inside.ts';
import { SandboxError } from './sandbox.ts';

/** How a box is started: a command whose standard input and output reach the program inside. */
export type BoxCommand = {
  readonly file: string;
  readonly args: readonly string[];
  readonly inside: InsideConfig;
  /** Variables of every session, before its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Fits the box to the limits of the next session: cgroups. */
  readonly adjust?: (limits: { readonly memoryMb: number }) => void;
  /** Tidies up after the box is gone. */
  readonly dispose?: () => void;
};

/** Host's patience beyond a time limit that the warden enforces: the machine may be busy, the warden must still answer. */
const graceMs = 20_000;
const startMs = 60_000;

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process is gone, or this system has no /proc.
    return '';
  }
};

const childrenOf = (pid: number | undefined): readonly string[] =>
  readQuietly(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);

const isRunning = (pid: string): boolean => /^State:\s+[^ZX]/m.test(readQuietly(`/proc/${pid}/status`));

/** One running box. Every failure is a SandboxError, and ends it. */
export class Box {
  readonly command: BoxCommand;
  #child: ChildProcess | undefined;
  #waiting: { readonly resolve: (frame: Frame) => void; readonly reject: (error: Error) => void } | undefined;
  #stderr = '';
  #broken: SandboxError | undefined;
  #gone: Promise<void> = Promise.resolve();

  constructor(command: BoxCommand) {
    this.command = command;
  }

  get usable(): boolean {
    return this.#broken === undefined;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the box and waits until it is ready for a session. Yields the first frame: versions, absent modules. */
  async start(): Promise<Frame> {
    const child = spawn(this.command.file, [...this.command.args], {
      env: { PATH: searchPath },
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: '/',
    });
    this.#child = child;
    this.#gone = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.#break(`it ended (${signal ?? `exit code ${code}`})`);
        this.command.dispose?.();
        resolve();
      });
      child.once('error', (error) => {
        this.#break(messageOf(error));
        this.command.dispose?.();
        resolve();
      });
    });
    const read = frameReader();
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk, read));
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-4000);
    });
    child.stdin.on('error', (error) => this.#break(messageOf(error)));
    // Made before anything waits: where it can't be read, nobody would handle the waiting promise's end.
    const program = insideProgram(this.command.inside, this.command.environment);
    const ready = this.#next(startMs);
    child.stdin.write(program);
    const frame = await ready;
    if (frame.header.r !== 'ready') throw this.#break(`its first word was ${JSON.stringify(frame.header)}`);
    return frame;
  }

  /** Sends one frame and waits for one. `ms`: how long the warden may take. */
  async request(header: Frame['header'], body?: Uint8Array, ms = 0): Promise<Frame> {
    const child = this.#child;
    if (this.#broken !== undefined) throw this.#broken;
    if (child?.stdin == null) throw new SandboxError('the box was not started');
    const frame = encodeFrame(header, body);
    const answer = this.#next(ms + graceMs);
    child.stdin.write(frame);
    return answer;
  }

  /** Kills the box and everything inside; resolves when it is gone. Idempotent. */
  async kill(): Promise<void> {
    this.#break('it was closed');
    const inner = childrenOf(this.#child?.pid);
    this.#child?.kill('SIGKILL');
    await this.#gone;
    // The kernel ends the box's pid namespace when its parent dies: soon, not at once.
    for (let round = 0; round < 500 && inner.some(isRunning); round += 1) await setTimeoutPromise(10);
  }

  #take(chunk: Buffer, read: (chunk: Buffer) => readonly Frame[]): void {
    try {
      for (const frame of read(chunk)) {
        const waiting = this.#waiting;
        if (waiting === undefined) throw new Error(`it spoke without being asked: ${JSON.stringify(frame.header).slice(0, 200)}`);
        this.#waiting = undefined;
        waiting.resolve(frame);
      }
    } catch (error) {
      this.#break(messageOf(error));
      this.#child?.kill('SIGKILL');
    }
  }

  #next(ms: number): Promise<Frame> {
    if (this.#waiting !== undefined) return Promise.reject(new SandboxError('the box was asked twice at once'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#break(`it did not answer within ${ms} ms`);
        this.#child?.kill('SIGKILL');
      }, ms);
      this.#waiting = {
        resolve: (frame) => {
          clearTimeout(timer);
          resolve(frame);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
    });
  }

  #break(why: string): SandboxError {
    const said = this.#stderr.trim();
    this.#broken ??= new SandboxError(`the sandbox failed: ${why}${said === '' ? '' : `; it said: ${said}`}`);
    this.#waiting?.reject(this.#broken);
    this.#waiting = undefined;
    return this.#broken;
  }
}
