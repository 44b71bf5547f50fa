import type { JsonValue } from '../core/index.ts';
import type { Ended, Loaded } from './sandbox.ts';

/** Levels of nesting that a value may have; see docs/driver-protocol.md. */
export const maxDepth = 64;

/** What a worker said breaks the protocol; `broken` says how. */
export type Broken = { readonly broken: string };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const depthWithin = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (levels <= 0) return false;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (!depthWithin(item, levels - 1)) return false;
  }
  return true;
};

const parseLine = (line: Uint8Array): { readonly value: { readonly [key: string]: unknown } } | Broken => {
  let value: unknown;
  try {
    value = JSON.parse(strictUtf8.decode(line));
  } catch (error) {
    return { broken: `not JSON in UTF-8 (${error instanceof Error ? error.name : 'error'})` };
  }
  if (!isRecord(value)) return { broken: 'not an object' };
  // The answer's own object is not part of the value.
  if (!depthWithin(value, maxDepth + 1)) return { broken: `deeper than ${maxDepth} levels` };
  return { value };
};

const hasExactly = (value: object, keys: readonly string[]): boolean => {
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
};

/** The answer to the call `id`, which must be exactly what the protocol allows. */
export const parseAnswer = (line: Uint8Array, id: string): Ended<JsonValue> | Broken => {
  const parsed = parseLine(line);
  if ('broken' in parsed) return parsed;
  const { value } = parsed;
  if (value.id !== id) return { broken: 'an answer without the id of the call' };
  // JSON.parse made it, so it is JSON.
  if (hasExactly(value, ['id', 'ok'])) return { ended: 'answered', value: value.ok as JsonValue };
  const { raised } = value;
  if (hasExactly(value, ['id', 'raised']) && isRecord(raised) && hasExactly(raised, ['type', 'message'])) {
    const { type, message } = raised;
    if (typeof type === 'string' && typeof message === 'string')
      return { ended: 'raised', type: type.slice(0, 300), message: message.slice(0, 8192) };
  }
  return { broken: 'an answer with other keys than the protocol allows' };
};

const workerKinds = ['syntax', 'import', 'missing-dependency', 'missing-function', 'not-listening', 'compile'] as const;

/** What a worker answered to `load`. */
export const parseLoaded = (line: Uint8Array): Loaded | Broken => {
  const parsed = parseLine(line);
  if ('broken' in parsed) return parsed;
  const { loaded, kind, detail, module } = parsed.value;
  if (loaded === true && hasExactly(parsed.value, ['loaded'])) return { loaded: true };
  const known = workerKinds.find((one) => one === kind);
  if (loaded !== false || known === undefined || typeof detail !== 'string') return { broken: 'not an answer to load' };
  const said = { loaded: false, kind: known, detail: detail.slice(0, 4096) } as const;
  return typeof module === 'string' ? { ...said, module: module.slice(0, 200) } : said;
};
