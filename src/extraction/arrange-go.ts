import { goPackage } from './go-packages.ts';
import type { Arranged, ArrangeRequest, OwnedLine } from './languages/language-profile.ts';

/** A line with comments taken out, and whether it stands outside of every bracket, string and comment. */
type Seen = OwnedLine & { readonly bare: string; readonly outermost: boolean };

type Import = { readonly path: string; readonly text: string; readonly lines: readonly Seen[] };

type Parts = { readonly clause: Seen | undefined; readonly imports: readonly Import[]; readonly rest: readonly Seen[]; readonly moved: boolean };

const clausePattern = /^package\s+\w+/;
const specification = /^\s*(?:import\s+)?((?:[\w.]+\s+)?"([\w./-]+)")\s*;?\s*(?:\/\/.*)?$/;

/** Sorts out package clauses and import declarations, wherever they stand. `moved`: they did not stand where Go wants them, once. */
const partsOf = (lines: readonly Seen[]): Parts => {
  const imports: Import[] = [];
  const rest: Seen[] = [];
  let clause: Seen | undefined;
  let moved = false;
  let declared = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const block = line.outermost ? importsAt(lines, at) : undefined;
    if (block !== undefined) {
      moved ||= declared || clause === undefined;
      imports.push(...block.found);
      at += block.length - 1;
    } else if (line.outermost && clausePattern.test(line.text)) {
      moved ||= declared || clause !== undefined || imports.length > 0;
      clause ??= line;
    } else {
      rest.push(line);
      declared ||= line.bare.trim() !== '';
    }
  }
  const repeated = new Set(imports.map(({ text }) => text)).size < imports.length;
  return { clause, imports, rest, moved: moved || repeated };
};

/** The import declaration that begins here and how many lines it takes; undefined where it is none of the usual form. */
const importsAt = (lines: readonly Seen[], at: number): { found: readonly Import[]; length: number } | undefined => {
  const first = lines[at];
  if (first === undefined || !/^import\b/.test(first.text)) return undefined;
  if (!/^import\s*\(\s*$/.test(first.text)) {
    const single = importOf(first);
    return single === undefined ? undefined : { found: [single], length: 1 };
  }
  const end = lines.findIndex((line, index) => index > at && /^\)\s*$/.test(line.text));
  const inner = lines.slice(at + 1, end).filter(({ bare }) => bare.trim() !== '');
  const found = inner.map(importOf).filter((each) => each !== undefined);
  return end === -1 || found.length < inner.length ? undefined : { found, length: end - at + 1 };
};

const importOf = (line: Seen): Import | undefined => {
  const match = specification.exec(line.text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { path: match[2], text: match[1], lines: [line] };
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
  const variable = new RegExp(`(?:^|[^\\w.])${name}\\s*(?:,\\s*\\w+\\s*)*:=(?!\\s*${name}\\.)|\\bvar\\s+${name}\\b|,\\s*${name}\\s*(?:,\\s*\\w+\\s*)*:=`);
  const parameter = new RegExp(`\\bfunc\\b[^{\\n]*[(,]\\s*${name}\\s+[\\w*.[\\]]|\\bfunc\\b[^{\\n]*[(,]\\s*${name}\\s*,`);
  return variable.test(code) || parameter.test(code);
};

const line = (text: string, own = false): OwnedLine => ({ text, own });

/**
 * Brings a file that was put together from the head of a prompt and an answer into the order that Go demands: one package clause, then
 * the imports, each once. An answer that went on in the middle of the file had no place for imports: those of the standard library that
 * it needs are added, as the tools of the language do, where it is plain which ones are meant.
 */
export const arrangeGo = ({ lines, bare, begins, continued }: ArrangeRequest): Arranged | undefined => {
  const seen = lines.map((each, index): Seen => {
    const state = begins[index];
    return { ...each, bare: bare[index] ?? '', outermost: state?.inside === undefined && state?.depth === 0 };
  });
  const { clause, imports, rest, moved } = partsOf(seen);
  const added = continued ? missingIn(rest, imports) : [];
  const steps = [
    ...(clause === undefined ? ['added the package clause'] : []),
    ...(moved ? ['moved package clause and imports to the top'] : []),
    ...(added.length > 0 ? [`added imports: ${added.join(', ')}`] : []),
  ];
  if (steps.length === 0) return undefined;
  const unique = imports.filter(({ text }, index) => imports.findIndex((each) => each.text === text) === index);
  const specifications = [
    ...unique.map(({ text, lines: [from] }) => line(`\t${text}`, from?.own)),
    ...added.map((path) => line(`\t"${path}"`)),
  ];
  const block = specifications.length === 0 ? [] : [line(''), line('import ('), ...specifications, line(')')];
  // Remarks above the clause stay above it.
  const above = clause === undefined ? 0 : rest.filter(({ bare: text }, index) => text.trim() === '' && seen.indexOf(clause) > index).length;
  const first = rest.findIndex(({ bare: text }) => text.trim() !== '');
  const before = rest.slice(0, Math.min(above, first === -1 ? rest.length : first));
  const after = rest.slice(before.length);
  const gap = after[0] === undefined || after[0].text.trim() === '' ? [] : [line('')];
  return { lines: [...before, clause ?? line('package main'), ...block, ...gap, ...after], steps };
};
