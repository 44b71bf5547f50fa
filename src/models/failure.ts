import { messageOf } from '../core/index.ts';
import { ModelError } from './model.ts';

/** The error classes that the SDKs share. */
export type SdkErrors = {
  readonly timeout: ErrorClass;
  readonly connection: ErrorClass;
};
type ErrorClass = abstract new (...args: never[]) => Error;

/** A failed call: what it was, and what the server said of trying again. */
export type Failure = { readonly error: ModelError; readonly retryAfterMs?: number };

/** The answer did not come within the time that one call has. */
export class CallTimeout extends Error {
  override readonly name = 'CallTimeout';
}

/** Names a failure of an SDK. `now` is needed for a `retry-after` that is a date. */
export const failureOf = (thrown: unknown, errors: SdkErrors, now: number): Failure => {
  if (thrown instanceof ModelError) return { error: thrown };
  if (thrown instanceof CallTimeout) return { error: new ModelError('timeout', thrown.message, true, { cause: thrown }) };
  const status = statusOf(thrown);
  if (status !== undefined) return ofStatus(status, thrown, now);
  const message = shorten(messageOf(thrown));
  if (thrown instanceof errors.timeout)
    return { error: new ModelError('timeout', `no connection in time: ${message}`, true, { cause: thrown }) };
  if (thrown instanceof errors.connection || isSocketFailure(thrown)) {
    return { error: new ModelError('network', `the connection failed: ${withCause(thrown)}`, true, { cause: thrown }) };
  }
  // What is left is an answer that could not be read: cut JSON, most of all.
  return { error: new ModelError('bad-response', `the answer could not be read: ${message}`, true, { cause: thrown }) };
};

const ofStatus = (status: number, thrown: unknown, now: number): Failure => {
  const message = `HTTP ${status}: ${shorten(messageOf(thrown))}`;
  const retryAfterMs = retryAfterOf(thrown, now);
  const error = new ModelError(codeOf(status), message, isRetryable(status), { cause: thrown });
  return retryAfterMs === undefined ? { error } : { error, retryAfterMs };
};

const codeOf = (status: number): ModelError['code'] => {
  if (status === 401 || status === 403) return 'authentication';
  if (status === 429) return 'rate-limit';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'server' : 'bad-request';
};

const isRetryable = (status: number): boolean => status === 408 || status === 409 || status === 429 || status >= 500;

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const statusOf = (thrown: unknown): number | undefined => {
  const status = property(thrown, 'status');
  return typeof status === 'number' ? status : undefined;
};

/** The server's own word on when to come back, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as a date. */
const retryAfterOf = (thrown: unknown, now: number): number | undefined => {
  const headers = property(thrown, 'headers');
  if (!(headers instanceof Headers)) return undefined;
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const word = headers.get('retry-after') ?? '';
  const seconds = Number.parseFloat(word);
  if (seconds >= 0) return seconds * 1_000;
  const date = Date.parse(word);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

const socketCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_SOCKET']);
const isSocketFailure = (thrown: unknown): boolean => {
  for (let error = thrown, depth = 0; error !== undefined && depth < 5; error = property(error, 'cause'), depth += 1) {
    const code = property(error, 'code');
    if (typeof code === 'string' && socketCodes.has(code)) return true;
    if (error instanceof TypeError && /terminated|fetch failed/.test(error.message)) return true;
  }
  return false;
};

const withCause = (thrown: unknown): string => {
  const cause = property(thrown, 'cause');
  return shorten(cause === undefined ? messageOf(thrown) : `${messageOf(thrown)} (${messageOf(cause)})`);
};

/** Error pages can be long, and nobody reads them. */
const shorten = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
};
