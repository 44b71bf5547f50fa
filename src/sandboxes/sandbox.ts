import type { Isolation, JsonValue, Limits } from '../core/index.ts';

/** The sandbox itself failed; never the candidate's fault. Becomes `unknown: sandbox`. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}

export type Availability =
  | { readonly available: true; readonly version: string; readonly isolation: Isolation }
  | { readonly available: false; readonly reason: string; readonly remedy: string };

/** A file to be laid into the private work folder before the candidate starts. */
export type PlantedFile = { readonly path: string; readonly content: Uint8Array; readonly executable?: boolean };

/** How the driver inside the box starts the candidate. Made by a driver, opaque to the sandbox. */
export type LaunchRequest = {
  /** Which driver inside the box: `python`, `javascript`, `c`. */
  readonly runtime: string;
  /** Everything that the driver inside needs: code, interface, compiler flags. Holds no expected value. */
  readonly payload: JsonValue;
  /** Packages beyond the standard library that are made importable. */
  readonly packages: readonly string[];
};

export type SessionRequest = {
  readonly launch: LaunchRequest;
  readonly limits: Limits;
  readonly files: readonly PlantedFile[];
  readonly environment: Readonly<Record<string, string>>;
};

export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
};

/** How one interaction with the candidate ended. Each is the candidate's doing; a failing box throws SandboxError. */
export type Ended<T> =
  | { readonly ended: 'answered'; readonly value: T }
  /** The candidate raised; `type` and `message` are its own words. */
  | { readonly ended: 'raised'; readonly type: string; readonly message: string }
  /** Its process died, or it broke the protocol. `signal` and `sanitizer` where known. */
  | {
      readonly ended: 'died';
      readonly detail: string;
      readonly exitCode?: number;
      readonly signal?: string;
      readonly sanitizer?: SanitizerReport;
    }
  | { readonly ended: 'timeout'; readonly afterMs: number };

export type SanitizerReport = {
  /** `address` or `undefined`. */
  readonly sanitizer: string;
  /** The tool's own word: `heap-buffer-overflow`, `signed-integer-overflow`. */
  readonly error: string;
  readonly summary: string;
  readonly line?: number;
};

export type HttpResponse = { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array };
export type ExecResult = {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
};

/** How loading the candidate ended. */
export type Loaded =
  | { readonly loaded: true }
  | {
      readonly loaded: false;
      readonly kind: 'syntax' | 'compile' | 'import' | 'missing-dependency' | 'missing-function' | 'died' | 'timeout' | 'not-listening';
      readonly detail: string;
      readonly module?: string;
    };

/** What the trusted side of the box saw, outside the candidate's reach. */
export type Sightings = {
  /** Connections that reached each listener planted with `listen`, with the first bytes that were sent. */
  readonly connections: readonly { readonly listener: string; readonly received: Uint8Array }[];
  /** Most processes seen at once, most memory, processor time: zero where the box can't tell. */
  readonly peakProcesses: number;
  readonly peakMemoryMb: number;
  readonly cpuSeconds: number;
  readonly outputBytes: number;
};

/** One candidate, loaded alone. Not reusable for another one. */
export interface Session {
  readonly loaded: Loaded;
  /** Calls a function of the candidate. `args` and the answer are JSON with tagged bytes (docs/driver-protocol.md). */
  call(name: string, args: readonly JsonValue[]): Promise<Ended<JsonValue>>;
  /** Sends a request to the service that the candidate runs on loopback inside the box. */
  http(request: HttpRequest): Promise<Ended<HttpResponse>>;
  /** Runs the candidate as a program. */
  exec(argv: readonly string[], stdin: Uint8Array): Promise<Ended<ExecResult>>;
  /** Writes into the private work folder, from outside. Parents are made. */
  write(path: string, content: Uint8Array, mode?: number): Promise<void>;
  /** Reads a regular file of the work folder without following links; undefined where there is none. At most 1 MiB. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Relative paths below a folder of the work folder, links marked with a trailing `@`; sorted. */
  list(path: string): Promise<readonly string[]>;
  /** Opens a loopback listener inside the box, beyond the candidate's reach; answers with `reply` as an HTTP body. Yields its port. */
  listen(name: string, reply: Uint8Array): Promise<number>;
  sightings(): Promise<Sightings>;
  /** What the candidate printed, at most the output limit. */
  output(): Promise<{ readonly stdout: string; readonly stderr: string; readonly cut: boolean }>;
  /** Ends the candidate and everything that it started. Idempotent. */
  close(): Promise<void>;
}

/** Opens sessions, each in a box where no other candidate's traces can be seen. Keeps warm boxes between sessions. */
export interface Sandbox {
  readonly id: string;
  readonly summary: string;
  /** Whether it works here, tried for real. */
  probe(): Promise<Availability>;
  open(request: SessionRequest): Promise<Session>;
  /** Kills every box. */
  close(): Promise<void>;
}
