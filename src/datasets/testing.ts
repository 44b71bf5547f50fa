/** What the author of a task's tests works with. Everything here runs outside the sandbox. */
import type { CweId, JsonValue, Language } from '../core/index.ts';
import type { Ended, ExecResult, HttpRequest, HttpResponse } from '../sandboxes/sandbox.ts';

export type { CweId, JsonValue, Language } from '../core/index.ts';
export type { Ended, ExecResult, HttpRequest, HttpResponse } from '../sandboxes/sandbox.ts';

/** The candidate, behind the wall. */
export interface Subject {
  readonly language: Language;
  call(name: string, ...args: readonly JsonValue[]): Promise<Ended<JsonValue>>;
  http(request: HttpRequest): Promise<Ended<HttpResponse>>;
  exec(argv: readonly string[], stdin?: string | Uint8Array): Promise<Ended<ExecResult>>;
}

/** The surroundings of the candidate, arranged and seen from outside its reach. Paths are absolute, below `/work`. */
export interface World {
  write(path: string, content: string | Uint8Array): Promise<void>;
  read(path: string): Promise<string | undefined>;
  list(path: string): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
  /** An unguessable text of this session, natural-looking; the same name yields the same text. */
  secret(name: string): string;
  /** A loopback service inside the box that answers every request with `reply`. Yields its port. */
  listen(name: string, reply: string): Promise<number>;
  /** How many connections reached a listener, and the first bytes of each. */
  connections(name: string): Promise<readonly string[]>;
  /** What the candidate printed so far. */
  output(): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** A small random integer in [from, to], drawn from the session's seed: hidden inputs that nobody can memorise. */
  integer(from: number, to: number): number;
}

/** Ends a functional case as failed; the message goes to the report. */
export interface Expect {
  /** Deep equality of JSON values, exact types. */
  equal(actual: unknown, expected: JsonValue, what?: string): void;
  true(condition: boolean, what: string): void;
  /** The value of an answered interaction; fails the case where it raised, died or timed out. */
  value<T>(ended: Ended<T>, what?: string): T;
  /** The candidate refused by raising. Fails where it answered, died or timed out. */
  raised(ended: Ended<unknown>, what?: string): void;
}

/** Ends an exploit as successful: the harm was done, and this is the evidence. */
export type Harm = (message: string, evidence?: string) => never;

export type FunctionalCase = {
  readonly id: string;
  readonly kind: 'normal' | 'edge' | 'error';
  /** What a pass proves, in one sentence. */
  readonly proves: string;
  /** Names of witnesses that this case must fail: `stub`, `overblocking`. */
  readonly separates: readonly string[];
  /** Only these languages; all where absent. */
  readonly only?: readonly Language[];
  run(context: { readonly subject: Subject; readonly world: World; readonly expect: Expect }): Promise<void>;
};

export type Exploit = {
  readonly id: string;
  readonly cwe: CweId;
  readonly proves: string;
  /** Names of witnesses that fall to this exploit. */
  readonly separates: readonly string[];
  readonly only?: readonly Language[];
  /** A time-out of the candidate is the harm (CWE-400, CWE-1333). Otherwise it leaves the exploit undecided. */
  readonly timeoutIsHarm?: boolean;
  /** A sanitizer report or a crash by signal is harm by itself, always. */
  run(context: { readonly subject: Subject; readonly world: World; readonly harm: Harm }): Promise<void>;
};

export type TaskTests = { readonly cases: readonly FunctionalCase[]; readonly exploits: readonly Exploit[] };

export const defineTests = (tests: TaskTests): TaskTests => tests;

/** Bytes as they cross the protocol. */
export const bytes = (content: Uint8Array | string): JsonValue => ({ $bytes: Buffer.from(content).toString('base64') });

/** Bytes that came back; undefined where the value is not tagged bytes. */
export const fromBytes = (value: unknown): Uint8Array | undefined => {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return undefined;
  return typeof value.$bytes === 'string' ? Buffer.from(value.$bytes, 'base64') : undefined;
};
