import { javaPackage } from './java-packages.ts';
import type { Arranged, ArrangeRequest, OwnedLine } from './languages/language-profile.ts';
import { glance, isBlank } from './lines.ts';

/** A line with comments taken out, the brackets that are open where it begins, and whether it begins outside of strings and comments. */
type Seen = OwnedLine & { readonly bare: string; readonly depth: number; readonly isCode: boolean };

const clausePattern = /^\s*package\s+[\w.]+\s*;\s*$/;
const importPattern = /^\s*import\s+((?:static\s+)?[\w.]+(?:\.\*)?)\s*;\s*$/;
const annotationPattern = /^\s*@(?!interface\b)\w+(?:\([^)]*\))?\s*$/;
const typePattern =
  /^\s*(?:@\w+\s+)*(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed|strictfp)\s+)*(?:class|interface|enum|record|@interface)\s+\w/;

const made = (text: string): Seen => ({ text, own: false, bare: text, depth: 0, isCode: true });

/** Whether an answer is a file of its own: but for imports and annotations, it begins with a type. */
const isWholeFile = (answer: readonly Seen[]): boolean => {
  const around = [clausePattern, importPattern, annotationPattern];
  const first = answer.find(({ bare, isCode }) => isCode && !isBlank(bare) && !around.some((each) => each.test(bare)));
  return first !== undefined && typePattern.test(first.bare);
};

type Parts = {
  readonly clause: Seen | undefined;
  /** By what is imported: `java.util.*`. */
  readonly imports: ReadonlyMap<string, Seen>;
  readonly rest: readonly Seen[];
  /** Something did not stand where Java wants it, or stood there twice. */
  readonly moved: boolean;
};

/** Sorts out package clauses and imports, wherever they stand. */
const partsOf = (lines: readonly Seen[]): Parts => {
  const imports = new Map<string, Seen>();
  const rest: Seen[] = [];
  let clause: Seen | undefined;
  let moved = false;
  let hasCode = false;
  for (const line of lines) {
    const imported = line.isCode ? importPattern.exec(line.bare)?.[1] : undefined;
    if (imported !== undefined) {
      moved ||= hasCode || imports.has(imported);
      imports.set(imported, imports.get(imported) ?? line);
    } else if (line.isCode && clausePattern.test(line.bare)) {
      moved ||= hasCode || imports.size > 0 || clause !== undefined;
      clause ??= line;
    } else {
      hasCode ||= !isBlank(line.bare);
      rest.push(line);
    }
  }
  return { clause, imports, rest, moved };
};

/** Classes of the JDK that the code uses without importing, declaring or qualifying them. */
const missingIn = (rest: readonly Seen[], imports: readonly string[]): readonly string[] => {
  const code = rest.map(({ bare }) => bare).join('\n');
  const used = new Set([...code.matchAll(/(?<![\w.$@])[A-Z]\w*/g)].map(([name]) => name));
  const declared = new Set([...code.matchAll(/\b(?:class|interface|enum|record)\s+(\w+)/g)].map(([, name]) => name));
  const isImported = (name: string, from: string): boolean =>
    imports.includes(`${from}.*`) || imports.some((each) => each.endsWith(`.${name}`));
  const missing = [...used].flatMap((name) => {
    const from = javaPackage(name);
    return from === undefined || declared.has(name) || isImported(name, from) ? [] : [`${from}.${name}`];
  });
  return missing.toSorted();
};

/** What is declared at the outermost level, each with its inner lines, and with the comments and annotations above it. */
const chunksOf = (lines: readonly Seen[]): readonly (readonly Seen[])[] => {
  const chunks: Seen[][] = [];
  for (const line of lines) {
    const current = chunks.at(-1);
    const isComplete = current?.some(({ bare }) => !isBlank(bare) && !annotationPattern.test(bare)) ?? true;
    const starts = line.isCode && line.depth === 0 && !isBlank(line.bare) && !/^\s*[)\]}{]/.test(line.bare);
    if (current === undefined || (isComplete && starts)) chunks.push([line]);
    else current.push(line);
  }
  return chunks;
};

/** A method or field: something is declared, and it is no type. */
const isMember = (chunk: readonly Seen[]): boolean =>
  chunk.some(({ bare }) => !isBlank(bare)) && !chunk.some(({ bare, depth }) => depth === 0 && typePattern.test(bare));

/** Brackets that are opened and not closed; less than zero where more are closed. */
const openIn = (lines: readonly Seen[]): number =>
  lines.reduce((open, { bare }) => open + (bare.match(/[([{]/g)?.length ?? 0) - (bare.match(/[)\]}]/g)?.length ?? 0), 0);

type Mended = { readonly lines: readonly Seen[]; readonly steps: readonly string[] };

/** A class around methods that have none, from the first to the last of them; and the last bracket, where the class is still open. */
const inClass = (rest: readonly Seen[]): Mended => {
  const chunks = chunksOf(rest);
  const first = chunks.findIndex(isMember);
  const last = chunks.findLastIndex(isMember);
  const opened = first === -1 ? chunks : [...chunks.slice(0, first), [made('public class Solution {')], ...chunks.slice(first)];
  const end = first === -1 ? opened.length : last + 2;
  const isOpen = openIn(opened.slice(0, end).flat()) === 1;
  const inner = opened.slice(0, end).flat();
  const length = inner.findLastIndex(({ text }) => !isBlank(text)) + 1;
  const closed = isOpen ? [...inner.slice(0, length), made('}'), ...inner.slice(length)] : inner;
  const steps = [...(first === -1 ? [] : ['put the methods into a class']), ...(isOpen && first === -1 ? ['closed the class'] : [])];
  return { lines: [...closed, ...opened.slice(end).flat()], steps };
};

/** Without the head of the prompt, where the answer wrote the whole file anew; imports of the head stay. */
const withoutHead = (lines: readonly Seen[]): readonly Seen[] | undefined => {
  const start = lines.findIndex(({ own }) => !own);
  const base = lines[start]?.depth ?? 0;
  const answer = lines.slice(start);
  if (start < 1 || base === 0 || !isWholeFile(answer)) return undefined;
  const imports = lines.slice(0, start).filter(({ bare, isCode }) => isCode && importPattern.test(bare));
  return [...imports, ...answer.map((line) => ({ ...line, depth: Math.max(0, line.depth - base) }))];
};

/**
 * Brings a file that was put together from several parts into the order that Java demands: a package clause, then the imports, each
 * once, then classes. Methods that stand alone get a class. An answer that went on in the middle of the file had no place for imports:
 * those of the JDK that it needs are added, as every editor does.
 */
export const arrangeJava = ({ lines, bare, begins, continues }: ArrangeRequest): Arranged | undefined => {
  const seen = lines.map((line, index): Seen => {
    const state = begins[index];
    return { ...line, bare: glance(bare[index] ?? ''), depth: state?.depth ?? 0, isCode: state?.inside === undefined };
  });
  const alone = continues ? withoutHead(seen) : undefined;
  const answer = seen.filter(({ own }) => !own);
  const { clause, imports, rest, moved } = partsOf(alone ?? seen);
  const mended = continues ? inClass(rest) : { lines: rest, steps: [] };
  const hadPlace = !continues || isWholeFile(answer) || answer.some((line) => line.isCode && importPattern.test(line.bare));
  const added = hadPlace ? [] : missingIn(rest, [...imports.keys()]);
  const steps = [
    ...(alone === undefined ? [] : ['recognised rewritten prefix']),
    ...(moved ? ['moved package clause and imports to the top'] : []),
    ...mended.steps,
    ...(added.length > 0 ? [`added imports: ${added.join(', ')}`] : []),
  ];
  if (steps.length === 0) return undefined;
  const head = [...imports.values(), ...added.map((each) => made(`import ${each};`))];
  const gap = head.length > 0 && !isBlank(mended.lines[0]?.text ?? '') ? [made('')] : [];
  const opening = clause === undefined ? [] : [clause, made('')];
  const arranged = [...opening, ...head, ...gap, ...mended.lines];
  return { lines: arranged.map(({ text, own }) => ({ text: importPattern.test(text) ? text.trimStart() : text, own })), steps };
};
