import { type Suspicion, suspicionIn, suspicionOfFork } from '../c/tampering.ts';

/**
 * Why a C++ file could have disarmed the sanitizers, or undefined. What `cTampering` is for C: pure, and rather too
 * suspicious than too trusting.
 */
export const cppTampering = (code: string): string | undefined => {
  const layout = suspiciousLayouts.find(({ pattern }) => pattern.test(code));
  if (layout !== undefined) return layout.why;
  const { text, bare, raw } = read(code);
  // Whether the compiler reads a raw text or a directive there depends on what was skipped before.
  if (raw.some((content) => /^\s*(?:#|%:)/m.test(content))) return 'has a raw text that holds lines of the preprocessor';
  const own = suspicions.find(({ pattern }) => pattern.test(bare));
  const forks = /\b(?:v?fork|_Fork)\s*\(|\bSYS_(?:v?fork|clone3?)\b|\bclone3?\s*\(\s*[^\s)]/.test(bare);
  return suspicionIn(text, bare) ?? own?.why ?? (forks ? suspicionOfFork(bare) : undefined);
};

/** Looked for in the file as it is. */
const suspiciousLayouts: readonly Suspicion[] = [
  { pattern: /[\w"'/*]\\[ \t]*\r?\n[\w"'/*(]/, why: 'breaks a word over two lines, so that it is hard to read' },
];

/** Looked for outside of comments and literals. */
const suspicions: readonly Suspicion[] = [
  { pattern: /\b_*glibcxx/i, why: 'touches the checks of the C++ library' },
  {
    pattern: /\*\s*operator\s+new\b|\bvoid\s+operator\s+delete\b/,
    why: 'allocates by rules of its own, which the sanitizer does not watch',
  },
  {
    pattern: /(?:\[|<:)\s*(?:\[|<:)[^\]]*\b_*(?:optimize|alias|section|target)_*\b/,
    why: 'has an attribute that places or compiles code in its own way',
  },
  { pattern: /\b(?:set_terminate|__cxa_(?!demangle)\w+|_Unwind_\w+)\b/, why: 'takes over how exceptions end the program' },
];

const splice = /\\[ \t]*\r?\n/g;

/** Literals and comments as a C++ compiler finds them; words and numbers, lest `1'000` or `nR"` be taken for a literal. */
const tokens =
  /(?:u8|[uUL])?R"(?<mark>[^()\\\s]{0,16})\((?<raw>[\s\S]*?)\)\k<mark>"|(?<literal>"(?:[^"\\\n]|\\[ \t]*\r?\n|\\[^\n])*"|'(?:[^'\\\n]|\\[ \t]*\r?\n|\\[^\n])*')|(?<comment>\/\/(?:\\[ \t]*\r?\n|[^\n])*|\/\*[\s\S]*?(?:\*\/|$))|[A-Za-z_$][\w$]*|\.?\d(?:[eEpP][+-]|'?[\w.])*/g;

/** The code without comments; then without what literals hold, too; and what each raw text holds. */
const read = (code: string): { readonly text: string; readonly bare: string; readonly raw: readonly string[] } => {
  const text: string[] = [];
  const bare: string[] = [];
  const raw: string[] = [];
  let at = 0;
  for (const { index, 0: token, groups = {} } of code.matchAll(tokens)) {
    const between = code.slice(at, index);
    at = index + token.length;
    const isLiteral = groups.raw !== undefined || groups.literal !== undefined;
    if (groups.raw !== undefined) raw.push(groups.raw);
    text.push(between, groups.comment === undefined ? token : ' ');
    bare.push(between, isLiteral ? '""' : groups.comment === undefined ? token : ' ');
  }
  const whole = (pieces: readonly string[]): string => [...pieces, code.slice(at)].join('').replace(splice, '');
  return { text: whole(text), bare: whole(bare), raw };
};
