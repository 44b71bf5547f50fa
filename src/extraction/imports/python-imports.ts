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

const opener = /^(?:class|(?:async\s+)?(?:def|with|for)|if|elif|else|try|except|finally|while|match|case)\b.*:/;

/** What a Python file imports. Reads lines, not a syntax tree: code that does not parse gives something, too. Relative imports are left out. */
export const pythonImports = (code: string): readonly Import[] => {
  const lines = splitLines(code).map(({ text }) => text);
  const { bare, begins } = scan(lines, profiles.python);
  const found: Import[] = [];
  let blocks: readonly Block[] = [];
  for (const [index, line] of bare.entries()) {
    const isContinued = begins[index]?.inside !== undefined || (begins[index]?.depth ?? 0) > 0 || lines[index - 1]?.endsWith('\\') === true;
    const text = line.trim();
    if (isContinued || text === '') continue;
    const indent = indentOf(lines[index] ?? '');
    blocks = blocks.filter((block) => block.indent < indent);
    const always = blocks.every(({ runsAlways }) => runsAlways);
    const body = opener.exec(text)?.[0];
    // `if x: import y` holds its body in its own line.
    const statements = (body === undefined ? text : text.slice(body.length)).split(';');
    const inner = always && (body === undefined || transparent.test(text));
    for (const statement of statements) for (const module of modulesOf(statement.trim())) found.push({ module, always: inner });
    if (body !== undefined) blocks = [...blocks, { indent, runsAlways: transparent.test(text) }];
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
