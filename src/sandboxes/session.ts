import type { JsonValue, Limits } from '../core/index.ts';
import { parseSanitizerReport } from '../extraction/sanitizer-report.ts';
import { parseAnswer, parseLoaded } from './answers.ts';
import type { Box } from './box.ts';
import type { Frame } from './frames.ts';
import { seemsToNeedMore } from './inside.ts';
import type { Ended, ExecResult, HttpRequest, HttpResponse, Loaded, Session, SessionRequest, Sightings } from './sandbox.ts';
import { SandboxError } from './sandbox.ts';
import { workPath } from './work-path.ts';

type Died = Extract<Ended<never>, { readonly ended: 'died' }>;

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : 0);
const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const record = (value: JsonValue | undefined): { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: JsonValue }) : {};

const died = ({ header, body }: Frame): Died => {
  const sanitizer = parseSanitizerReport(body.toString('utf8'));
  return {
    ended: 'died',
    detail: text(header.detail),
    ...(typeof header.exit === 'number' ? { exitCode: header.exit } : {}),
    ...(typeof header.signal === 'string' ? { signal: header.signal } : {}),
    ...(sanitizer === undefined ? {} : { sanitizer }),
  };
};

const describeEnd = (frame: Frame): string => {
  const { detail, exitCode, signal } = died(frame);
  const how = signal ?? (exitCode === undefined ? undefined : `exit code ${exitCode}`);
  const said = frame.body.toString('utf8').trim().slice(-2000);
  return [how === undefined ? detail : `${detail} (${how})`, said].filter((part) => part !== '').join('\n');
};

const loadedFrom = (frame: Frame, limits: Limits): Loaded => {
  const { header } = frame;
  if (header.r === 'loaded') return { loaded: true };
  if (header.r === 'timeout') return { loaded: false, kind: 'timeout', detail: `not loaded within ${limits.loadMs} ms` };
  if (header.r === 'died') return { loaded: false, kind: 'died', detail: describeEnd(frame) };
  if (header.r === 'not-loaded') {
    const kind = (['syntax', 'compile', 'not-listening', 'timeout'] as const).find((one) => one === header.kind);
    return { loaded: false, kind: kind ?? 'died', detail: text(header.detail) };
  }
  if (header.r !== 'line')
    throw new SandboxError(`the sandbox could not start the candidate: ${text(header.detail) || JSON.stringify(header)}`);
  const said = parseLoaded(frame.body);
  return 'broken' in said ? { loaded: false, kind: 'died', detail: `broke the protocol: ${said.broken}` } : said;
};

/** What a session needs from its surroundings. */
export type SessionTools = {
  readonly box: Box;
  /** Gives the box back; called once, after the session is closed or the box is broken. */
  readonly release: () => void;
  /** 32 hexadecimal digits that the candidate can't guess. */
  readonly randomId: () => string;
};

/** The host's side of a session: asks the warden, checks what the worker answered. */
class BoxSession implements Session {
  loaded: Loaded = { loaded: false, kind: 'died', detail: 'not opened' };
  readonly #tools: SessionTools;
  readonly #limits: Limits;
  #turn: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(tools: SessionTools, limits: Limits) {
    this.#tools = tools;
    this.#limits = limits;
  }

  async start(request: SessionRequest): Promise<void> {
    const { launch, limits } = request;
    const files = request.files.map((file) => ({
      parts: [...workPath(file.path)],
      content: Buffer.from(file.content).toString('base64'),
      mode: file.executable === true ? 0o755 : 0o644,
    }));
    const environment = { ...this.#tools.box.command.environment, ...request.environment };
    const payload = JSON.stringify(launch.payload);
    const more = launch.runtime === 'python-fork' && seemsToNeedMore(payload);
    const header = { op: 'open', runtime: launch.runtime, packages: [...launch.packages], more, limits, environment, ms: limits.loadMs };
    const body = Buffer.from(`{"payload":${payload},"files":${JSON.stringify(files)}}`);
    this.loaded = loadedFrom(await this.#tools.box.request(header, body, limits.loadMs), limits);
  }

  async call(name: string, args: readonly JsonValue[]): Promise<Ended<JsonValue>> {
    return this.#next(async () => {
      const id = this.#tools.randomId();
      const ms = this.#limits.callMs;
      const frame = await this.#tools.box.request({ op: 'call', ms }, Buffer.from(JSON.stringify({ id, call: name, args })), ms);
      if (frame.header.r !== 'line') return this.#ended(frame);
      const answer = parseAnswer(frame.body, id);
      if (!('broken' in answer)) return answer;
      const detail = `broke the protocol: ${answer.broken}`;
      await this.#tools.box.request({ op: 'end', detail });
      return { ended: 'died', detail };
    });
  }

  async http(request: HttpRequest): Promise<Ended<HttpResponse>> {
    return this.#next(async () => {
      const ms = this.#limits.callMs;
      const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [name, value]);
      const header = { op: 'http', method: request.method, path: request.path, headers, ms };
      const frame = await this.#tools.box.request(header, Buffer.from(request.body ?? ''), ms);
      if (frame.header.r !== 'http') return this.#ended(frame);
      const pairs = list(frame.header.headers).map((pair): readonly [string, string] => [text(list(pair)[0]), text(list(pair)[1])]);
      return { ended: 'answered', value: { status: number(frame.header.status), headers: pairs, body: frame.body } };
    });
  }

  async exec(argv: readonly string[], stdin: Uint8Array): Promise<Ended<ExecResult>> {
    return this.#next(async () => {
      const ms = this.#limits.callMs;
      const frame = await this.#tools.box.request({ op: 'exec', argv: [...argv], ms }, stdin, ms);
      const { header, body } = frame;
      if (header.r !== 'exec') return this.#ended(frame);
      const value = {
        exitCode: typeof header.exit === 'number' ? header.exit : null,
        signal: typeof header.signal === 'string' ? header.signal : null,
        stdout: body.subarray(0, number(header.outBytes)),
        stderr: body.subarray(number(header.outBytes)),
      };
      return { ended: 'answered', value };
    });
  }

  async write(path: string, content: Uint8Array, mode = 0o644): Promise<void> {
    await this.#ask({ op: 'write', parts: [...workPath(path)], mode: mode & 0o777 }, content);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const frame = await this.#ask({ op: 'read', parts: [...workPath(path)] });
    return frame.header.r === 'absent' ? undefined : frame.body;
  }

  async list(path: string): Promise<readonly string[]> {
    const frame = await this.#ask({ op: 'list', parts: [...workPath(path)] });
    return list(frame.header.paths).map(text);
  }

  async listen(name: string, reply: Uint8Array): Promise<number> {
    return number((await this.#ask({ op: 'listen', name }, reply)).header.port);
  }

  async sightings(): Promise<Sightings> {
    const { header } = await this.#ask({ op: 'sightings' });
    const connections = list(header.connections).map((one) => {
      const { listener, received } = record(one);
      return { listener: text(listener), received: Buffer.from(text(received), 'base64') };
    });
    return {
      connections,
      peakProcesses: number(header.peakProcesses),
      peakMemoryMb: number(header.peakMemoryMb),
      cpuSeconds: number(header.cpuSeconds),
      outputBytes: number(header.outputBytes),
    };
  }

  async output(): Promise<{ readonly stdout: string; readonly stderr: string; readonly cut: boolean }> {
    const { header, body } = await this.#ask({ op: 'output' });
    const size = number(header.outBytes);
    return { stdout: body.subarray(0, size).toString('utf8'), stderr: body.subarray(size).toString('utf8'), cut: header.cut === true };
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await this.#turn;
    const { box, release } = this.#tools;
    try {
      const frame = await box.request({ op: 'close' });
      if (frame.header.r !== 'closed') throw new SandboxError(`the sandbox answered ${JSON.stringify(frame.header)} to close`);
    } catch {
      // A box that can't close its session is thrown away, and with it everything inside.
      await box.kill();
    } finally {
      release();
    }
  }

  /** One interaction after the other, in the order in which they were asked for. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) return Promise.reject(new SandboxError('the session is closed'));
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #ask(header: Frame['header'], body?: Uint8Array): Promise<Frame> {
    return this.#next(async () => {
      const frame = await this.#tools.box.request(header, body, 10_000);
      if (frame.header.r !== 'ok' && frame.header.r !== 'absent')
        throw new SandboxError(`the sandbox refused ${text(frame.header.detail)}`);
      return frame;
    });
  }

  #ended(frame: Frame): Ended<never> {
    if (frame.header.r === 'timeout') return { ended: 'timeout', afterMs: this.#limits.callMs };
    if (frame.header.r === 'died') return died(frame);
    throw new SandboxError(`the sandbox refused: ${text(frame.header.detail) || JSON.stringify(frame.header)}`);
  }
}

/** Loads a candidate in a box. Gives the box back where that fails. */
export const openSession = async (tools: SessionTools, request: SessionRequest): Promise<Session> => {
  const session = new BoxSession(tools, request.limits);
  try {
    tools.box.command.adjust?.(request.limits);
    await session.start(request);
    return session;
  } catch (error) {
    await tools.box.kill();
    tools.release();
    throw error;
  }
};
