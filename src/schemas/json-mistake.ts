const blank = /[ \t\r\n]*/y;
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after-value';

/**
 * The offset at which a text stops being JSON; its length where it ends too early, undefined where it is JSON.
 * V8's own message names the offset only sometimes.
 */
export const jsonMistake = (source: string): number | undefined => {
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at = after(blank, source, at) ?? at;
    const letter = source[at];
    if (letter === undefined) return state === 'after-value' && open.length === 0 ? undefined : source.length;
    const step = next(state, letter, open);
    if (step === undefined) return at;
    const end = step.pattern === undefined ? at + 1 : after(step.pattern, source, at);
    if (end === undefined) return at;
    at = end;
    state = step.state;
  }
};

/** What may stand here; `pattern` is what to skip, one letter where absent. Keeps `open` up to date. */
const next = (state: State, letter: string, open: ('{' | '[')[]): { readonly state: State; readonly pattern?: RegExp } | undefined => {
  const inside = open.at(-1);
  if (state === 'colon') return letter === ':' ? { state: 'value' } : undefined;
  if (state === 'key' || state === 'first-key') {
    if (letter === '}' && state === 'first-key') return close(open);
    return { state: 'colon', pattern: text };
  }
  if (state === 'after-value') {
    if (letter === ',' && inside !== undefined) return { state: inside === '{' ? 'key' : 'value' };
    return (letter === '}' && inside === '{') || (letter === ']' && inside === '[') ? close(open) : undefined;
  }
  if (letter === ']' && state === 'first-value') return close(open);
  if (letter !== '{' && letter !== '[') return { state: 'after-value', pattern: scalar };
  open.push(letter);
  return { state: letter === '{' ? 'first-key' : 'first-value' };
};

const close = (open: ('{' | '[')[]): { readonly state: State } => {
  open.pop();
  return { state: 'after-value' };
};

const after = (pattern: RegExp, source: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
};
