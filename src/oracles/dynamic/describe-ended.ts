import type { Ended } from '../../sandboxes/sandbox.ts';
import { oneLine, printable, shortened } from './printable.ts';

/** How an interaction ended, in one line. */
export const describeEnded = (ended: Ended<unknown>): string => {
  switch (ended.ended) {
    case 'answered':
      return `answered ${showValue(ended.value)}`;
    case 'raised':
      return oneLine(`raised ${ended.type}: ${ended.message}`);
    case 'died':
      return oneLine(`died: ${[ended.sanitizer?.summary, ended.signal, ended.detail].filter(Boolean).join('; ')}`);
    case 'timeout':
      return `gave no answer within ${ended.afterMs} ms`;
  }
};

/** A value as a reader wants it: JSON, with bytes as text where they are text. At most 2,000 characters. */
export const showValue = (value: unknown): string => {
  const text = JSON.stringify(value, (_key, inner: unknown) => readable(inner)) ?? String(value);
  return shortened(printable(text), 2_000);
};

const readable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  // A Buffer meets JSON.stringify's replacer only after its own toJSON.
  if (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  ) {
    return Buffer.from(value.data).toString('utf8');
  }
  return value;
};
