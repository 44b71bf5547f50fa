export type Entry = Readonly<Record<string, string>>;

type Condition = (entry: Entry) => boolean;
type Parsed = { readonly holds: Condition; readonly end: number };

/** A value with its `\hh` put back to bytes; undefined where a backslash stands before something else. */
const decoded = (text: string): string | undefined => {
  if (/\\(?![0-9a-fA-F]{2})|\0/.test(text)) return undefined;
  const pieces = text.split(/(\\[0-9a-fA-F]{2})/);
  return Buffer.concat(
    pieces.map((piece) => (piece.startsWith('\\') ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  ).toString();
};

const comparison = (attribute: string, value: string): Condition | undefined => {
  const pieces = value.split('*').map(decoded);
  const known = pieces.flatMap((piece) => (piece === undefined ? [] : [piece.toLowerCase()]));
  if (known.length < pieces.length) return undefined;
  const pattern = new RegExp(`^${known.map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.*')}$`, 's');
  return (entry) =>
    Object.entries(entry).some(([name, held]) => name.toLowerCase() === attribute.toLowerCase() && pattern.test(held.toLowerCase()));
};

const joined = (sign: string, conditions: readonly Condition[]): Condition => {
  if (sign === '&') return (entry) => conditions.every((holds) => holds(entry));
  if (sign === '|') return (entry) => conditions.some((holds) => holds(entry));
  return (entry) => !conditions.some((holds) => holds(entry));
};

const parsed = (text: string, at: number): Parsed | undefined => {
  if (text[at] !== '(') return undefined;
  const sign = text[at + 1] ?? '';
  if ('&|!'.includes(sign) && sign !== '') {
    const conditions: Condition[] = [];
    let end = at + 2;
    while (text[end] === '(') {
      const inner = parsed(text, end);
      if (inner === undefined) return undefined;
      conditions.push(inner.holds);
      end = inner.end;
    }
    if (text[end] !== ')' || (sign === '!' && conditions.length !== 1)) return undefined;
    return { holds: joined(sign, conditions), end: end + 1 };
  }
  const close = text.indexOf(')', at);
  const item = /^([A-Za-z][A-Za-z0-9.;-]*)=([^(]*)$/s.exec(text.slice(at + 1, close));
  const holds = close < 0 || item === null ? undefined : comparison(item[1] ?? '', item[2] ?? '');
  return holds === undefined ? undefined : { holds, end: close + 1 };
};

/** The names of the entries that a filter of RFC 4515 finds; undefined where the text is none. */
export const namesFound = (filter: unknown, entries: readonly Entry[]): readonly string[] | undefined => {
  if (typeof filter !== 'string') return undefined;
  const whole = parsed(filter, 0);
  if (whole === undefined || whole.end !== filter.length) return undefined;
  return entries.filter(whole.holds).map((entry) => entry.cn ?? '');
};
