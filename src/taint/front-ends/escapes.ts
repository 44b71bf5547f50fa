/** Escapes in the literals of all languages, to the text that the program sees. */

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  s: ' ',
  0: '\0',
};

const codePoint = (hex: string): string => {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
};

/** What one escape means, backslash included; unknown ones keep their character, in Python with the backslash. */
export const resolveEscape = (sequence: string, keepsUnknown: boolean): string => {
  const body = sequence.slice(1);
  const kind = body.charAt(0);
  if (/^(?:\r\n|[\n\r\u2028\u2029])/.test(body)) return '';
  const braced = /^[uxo]\{([\da-fA-F]+)\}$/.exec(body);
  if (braced?.[1] !== undefined) return codePoint(braced[1]);
  if (/^(?:x[\da-fA-F]+|u+[\da-fA-F]{4}|U[\da-fA-F]{8})$/.test(body)) return codePoint(body.replace(/^[xuU]+/, ''));
  if (/^[0-7]{1,3}$/.test(body)) return String.fromCharCode(Number.parseInt(body, 8));
  if (kind === 'N') return sequence;
  const known = body.length === 1 ? simple[kind] : undefined;
  if (known !== undefined) return known;
  return keepsUnknown && !/^['"\\]/.test(kind) ? sequence : body;
};

const pattern = /\\(?:\r\n|[uxo]\{[\da-fA-F]+\}|x[\da-fA-F]{1,2}|u+[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|[\s\S])/g;

/** A text between quotes, all escapes resolved. */
export const resolveEscapes = (text: string, keepsUnknown = false): string =>
  text.includes('\\') ? text.replaceAll(pattern, (sequence) => resolveEscape(sequence, keepsUnknown)) : text;
