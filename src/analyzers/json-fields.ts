/** Fields of a tool's JSON, read without trust in its shape. */
export type Fields = { readonly [key: string]: unknown };

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const none: Fields = {};

export const fieldsAt = (value: Fields, key: string): Fields => {
  const found = value[key];
  return isFields(found) ? found : none;
};
export const textAt = (value: Fields, key: string): string => (typeof value[key] === 'string' ? value[key] : '');
export const numberAt = (value: Fields, key: string): number | undefined => (typeof value[key] === 'number' ? value[key] : undefined);

/** The objects of a list; empty where there is no list. */
export const listAt = (value: Fields, key: string): readonly Fields[] => {
  const found = value[key];
  return Array.isArray(found) ? found.filter(isFields) : [];
};

/** Texts of a list, or the one text that stands in its place; numbers as texts. */
export const textsAt = (value: Fields, key: string): readonly string[] => {
  const found = value[key];
  const all: readonly unknown[] = Array.isArray(found) ? found : [found];
  return all.flatMap((item) => (typeof item === 'string' ? [item] : typeof item === 'number' ? [String(item)] : []));
};

/** Undefined where the text is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller reports that the output is not what it should be.
  }
};

/** The object that a text is, or holds after lines of another kind: many tools write warnings first. */
export const parseObject = (text: string): Fields | undefined => {
  const whole = parseJson(text.replace(/^\uFEFF/, ''));
  if (isFields(whole)) return whole;
  const start = text.search(/^[ \t]*\{/m);
  const rest = start < 0 ? undefined : parseJson(text.slice(start, text.lastIndexOf('}') + 1));
  return isFields(rest) ? rest : undefined;
};
