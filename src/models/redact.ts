import type { JsonValue } from '../core/index.ts';

/** What stands in the place of a secret. */
export const redacted = '[redacted]';

/** A text without any of the secrets, as they are and percent-encoded. Secrets shorter than four characters are left alone. */
export const redact = (text: string, secrets: readonly string[]): string => {
  const forms = secrets.filter((secret) => secret.length >= 4).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  // The longest first, so that one secret that holds another leaves nothing behind.
  return forms.toSorted((left, right) => right.length - left.length).reduce((clean, form) => clean.replaceAll(form, redacted), text);
};

/** The same for every text and key of a JSON value. */
export const redactJson = (value: JsonValue, secrets: readonly string[]): JsonValue => {
  if (typeof value === 'string') return redact(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => redactJson(item, secrets));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key, secrets), redactJson(item, secrets)]));
};

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
