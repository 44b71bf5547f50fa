import { goPackage } from './go-packages.ts';
import type { Arranged, ArrangeRequest, OwnedLine } from './languages/language-profile.ts';
import { glance, isBlank } from './lines.ts';

/** A line with comments taken out, and whether it stands outside of every bracket, string and comment. */
type Seen = OwnedLine & { readonly bare: string; readonly outermost: boolean };

type Import = { readonly path: string; readonly text: string; readonly own: boolean };

type Parts = {
  /** Remarks above the package clause. */
  readonly above: readonly Seen[];
  readonly clause: Seen | undefined;
  readonly imports: readonly Import[];
  readonly rest: readonly Seen[];
  /** Something did not stand where Go wants it, or stood there twice. */
  readonly moved: boolean;
};

const clausePattern = /^package\s+\w+/;
const specification = /^\s*(?:import\s+)?((?:[\w.]+\s+)?"([\w./-]+)")\s*;?\s*(?:\/\/.*)?$/;

/** Sorts out package clauses and import declarations, wherever they stand. */
const partsOf = (lines: readonly Seen[]): Parts => {
  const imports: Import[] = [];
  let above: readonly Seen[] = [];
  let rest: Seen[] = [];
  let clause: Seen | undefined;
  let moved = false;
  let hasCode = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const block = line.outermost ? importsAt(lines, at) : undefined;
    if (block !== undefined) {
      moved ||= hasCode || clause === undefined;
      imports.push(...block.found);
      at += block.length - 1;
    } else if (!line.outermost || !clausePattern.test(line.text)) {
      rest.push(line);
      hasCode ||= !isBlank(line.bare);
    } else if (clause === undefined) {
      clause = line;
      moved ||= hasCode || imports.length > 0;
      if (!moved) [above, rest] = [rest, []];
    } else {
      moved = true;
    }
  }
  const repeated = new Set(imports.map(({ text }) => text)).size < imports.length;
  return { above, clause, imports, rest, moved: moved || repeated };
};

/** The import declaration that begins here and how many lines it takes; undefined where it is none of the usual form. */
const importsAt = (lines: readonly Seen[], at: number): { found: readonly Import[]; length: number } | undefined => {
  const first = lines[at];
  if (first === undefined || !/^import\b/.test(first.text)) return undefined;
  if (!/^import\s*\(\s*$/.test(first.text)) {
    const single = importOf(first);
    return single === undefined ? undefined : { found: [single], length: 1 };
  }
  let end = at + 1;
  while (end < lines.length && !/^\)\s*$/.test(lines[end]?.text ?? '')) end += 1;
  const inner = lines.slice(at + 1, end).filter(({ bare }) => !isBlank(bare));
  const found = inner.map(importOf).filter((each) => each !== undefined);
  return end === lines.length || found.length < inner.length ? undefined : { found, length: end - at + 1 };
};

const importOf = (line: Seen): Import | undefined => {
  const match = specification.exec(line.text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { path: match[2], text: match[1], own: line.own };
};

const nameOf = ({ text, path }: Import): string => /^([\w.]+)\s/.exec(text)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);

/** Paths of packages that the code uses without importing or declaring the name. */
const missingIn = (rest: readonly Seen[], imports: readonly Import[]): readonly string[] => {
  const code = rest.map(({ bare }) => bare).join('\n');
  const used = new Map<string, Set<string>>();
  for (const [, name = '', member = ''] of code.matchAll(/(?<![\w.)\]])([a-z][a-z0-9]*)\.([A-Z]\w*)/g))
    used.set(name, (used.get(name) ?? new Set()).add(member));
  const known = new Set(imports.map(nameOf));
  return [...used]
    .filter(([name]) => !known.has(name) && !isDeclared(code, name))
    .flatMap(([name, members]) => goPackage(name, members) ?? [])
    .toSorted();
};

/** Whether some variable or parameter has the name; one that is made by its own package does not count. */
const isDeclared = (code: string, name: string): boolean => {
  const variable = new RegExp(
    `(?:^|[^\\w.])${name}\\s*(?:,\\s*\\w+\\s*)*:=(?!\\s*${name}\\.)|\\bvar\\s+${name}\\b|,\\s*${name}\\s*(?:,\\s*\\w+\\s*)*:=`,
  );
  const parameter = new RegExp(`\\bfunc\\b[^{\\n]*[(,]\\s*${name}\\s+[\\w*.[\\]]|\\bfunc\\b[^{\\n]*[(,]\\s*${name}\\s*,`);
  return variable.test(code) || parameter.test(code);
};

const made = (text: string, own = false): OwnedLine => ({ text, own });

const importBlock = (imports: readonly Import[], added: readonly string[]): readonly OwnedLine[] => {
  const seen = new Set<string>();
  const unique = imports.filter(({ text }) => !seen.has(text) && seen.add(text));
  const inner = [...unique.map(({ text, own }) => made(`\t${text}`, own)), ...added.map((path) => made(`\t"${path}"`))];
  return inner.length === 0 ? [] : [made(''), made('import ('), ...inner, made(')')];
};

/**
 * Brings a file that was put together from several parts into the order that Go demands: one package clause, then the imports, each once.
 * A head without a package clause gets one. An answer that went on in the middle of the file had no place for imports: those of the
 * standard library that it needs are added, as the tools of the language do, where it is plain which ones are meant.
 */
export const arrangeGo = ({ lines, bare, begins, continues, answer }: ArrangeRequest): Arranged | undefined => {
  const seen = lines.map((each, index): Seen => {
    const state = begins[index];
    return { ...each, bare: glance(bare[index] ?? ''), outermost: state?.inside === undefined && state?.depth === 0 };
  });
  const { above, clause, imports, rest, moved } = partsOf(seen);
  const hadPlace = !continues || answer.some((line) => /^(?:package|import)\b/.test(line));
  const needed = hadPlace ? [] : missingIn(rest, imports);
  const steps = [
    ...(clause === undefined && continues ? ['added the package clause'] : []),
    ...(moved ? ['moved package clause and imports to the top'] : []),
    ...(needed.length > 0 ? [`added imports: ${needed.join(', ')}`] : []),
  ];
  if (steps.length === 0) return undefined;
  const opening = clause ?? (continues ? made('package main') : undefined);
  const first = rest.findIndex(({ text }) => !isBlank(text));
  const body = first === -1 ? [] : [made(''), ...rest.slice(first)];
  const arranged = [...above, ...(opening === undefined ? [] : [opening]), ...importBlock(imports, needed), ...body];
  return { lines: arranged.map(({ text, own }) => ({ text, own })), steps };
};
