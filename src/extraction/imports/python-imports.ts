import { profiles } from '../languages/index.ts';
import { indentOf, splitLines } from '../lines.ts';
import { scan } from '../scan.ts';

/** A module that a file imports, by the first part of its name. */
export type Import = {
  readonly module: string;
  /** The import is carried out whenever the file is loaded: nothing above it can skip it, and nothing catches its failure. */
  readonly always: boolean;
};

type Block = { readonly indent: number; readonly runsAlways: boolean };

/** Statements whose body is carried out, or raises, exactly once whenever they are. A `try` may catch, the others may skip. */
const transparent = /^(?:class|(?:async\s+)?with)\b/;

const opener = /^(?:class|(?:async\s+)?(?:def|with|for)|if|elif|else|try|except|finally|while|match|case)\b/;

type Logical = { readonly text: string; readonly indent: number };

/** Statements with their brackets and backslashes joined to one line each; comments gone, strings shown as `""`. */
const logicalLines = (code: string): readonly Logical[] => {
  const lines = splitLines(code).map(({ text }) => text);
  const { bare, begins } = scan(lines, profiles.python);
  const joined: { text: string; readonly indent: number }[] = [];
  for (const [index, line] of bare.entries()) {
    const begin = begins[index];
    const goesOn = bare[index - 1]?.endsWith('\\') === true || begin?.inside !== undefined || (begin?.depth ?? 0) > 0;
    const text = line.replace(/\\$/, '').trim();
    const last = joined.at(-1);
    if (goesOn && last !== undefined) last.text += ` ${text}`;
    else if (text !== '') joined.push({ text, indent: indentOf(lines[index] ?? '') });
  }
  return joined;
};

/** No head of a statement that people write is longer; a bound on the time that a longer one takes. */
const longestHead = 4_000;

/** The offset after the colon that ends the head of a compound statement; 0 where the line has none. */
const endOfHead = (text: string): number => {
  if (!opener.test(text)) return 0;
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, longestHead); at += 1) {
    const letter = text[at] ?? '';
    if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    else if (letter === ':' && depth === 0 && text[at + 1] !== '=' && !/\blambda\b[^:]*$/.test(text.slice(0, at))) return at + 1;
  }
  return 0;
};

/** What a Python file imports. Reads lines, not a syntax tree: code that does not parse gives something, too. Relative imports are left out. */
export const pythonImports = (code: string): readonly Import[] => {
  const found: Import[] = [];
  let blocks: readonly Block[] = [];
  for (const { text, indent } of logicalLines(code)) {
    blocks = blocks.filter((block) => block.indent < indent);
    const head = endOfHead(text);
    const runsAlways = transparent.test(text);
    // `if x: import y` holds its body in its own line.
    const always = blocks.every((block) => block.runsAlways) && (head === 0 || runsAlways);
    for (const statement of text.slice(head).split(';')) for (const module of modulesOf(statement.trim())) found.push({ module, always });
    if (head > 0) blocks = [...blocks, { indent, runsAlways }];
  }
  return found;
};

const modulesOf = (statement: string): readonly string[] => {
  const from = /^from\s+([A-Za-z_]\w*)[\w.]*\s+import\b/.exec(statement)?.[1];
  if (from !== undefined) return [from];
  const list = /^import\s+(.+)$/.exec(statement)?.[1];
  if (list === undefined) return [];
  return list.split(',').flatMap((part) => /^\s*([A-Za-z_]\w*)/.exec(part)?.[1] ?? []);
};
