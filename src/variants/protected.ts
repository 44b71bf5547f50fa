import { type Range, rangesOf } from './ranges.ts';

/** Lines that bring in names. */
const imports = [
  /^[ \t]*from [\w.]+ import (?:\([^)]*\)|.*)$/gm,
  /^[ \t]*import [\w.]+(?: as \w+)?(?:, *[\w.]+(?: as \w+)?)*[ \t]*$/gm,
  /^[ \t]*import (?:static )?[\w.*]+;/gm,
  /^[ \t]*import \([^)]*\)/gm,
  /^[ \t]*import (?:\w+ )?"[^"]*"/gm,
  /^[ \t]*import (?:type )?(?:[\w$*]+(?: as [\w$]+)?|\{[^}]*\})(?:, *\{[^}]*\})? from (?:'[^']*'|"[^"]*");?/gm,
  /^[ \t]*(?:const|let|var) (?:[\w$]+|\{[^}]*\}) = require\([^)]*\)[\w.]*;?/gm,
  /^[ \t]*#[ \t]*include.*$/gm,
  /^[ \t]*using (?!\w+\s*=)[^;\n]*;/gm,
] as const;

const members = [
  /\b(?:Object|Array|JSON|Math|Number|String|Buffer|Promise|Date|Symbol|Reflect|Map|Set|URL)\.[\p{L}_]\w*/gu,
  /\b(?:Files|Paths|Path|Collections|Arrays|List|Collectors|Integer|Long|Character|Base64|System)\.[\p{L}_]\w*/gu,
  /\b(?:os(?:\.path)?|re|json|fs|path|crypto|hashlib|hmac|secrets|base64|html|time|sys)\.[\p{L}_]\w*/gu,
  /\b(?:strings|strconv|http|filepath|errors|fmt|bytes|sort|sync|io|utf8|regexp)\.\p{Lu}\w*/gu,
  /\bstd::\w+(?:::\w+)*/g,
] as const;

/** In tests: the specifiers of imports, the ids of cases and exploits (runs of different variants compare by them), and names of witnesses. */
const ofTests = [/ from (?:'[^']*'|"[^"]*")/g, /\bid: '[a-z0-9-]+',\s*(?:kind|cwe|title):/g, /\bseparates: \[[^\]]*\]/g] as const;

const all = (text: string, patterns: readonly RegExp[]): readonly Range[] => patterns.flatMap((pattern) => rangesOf(text, pattern));

/**
 * Lines that bring in names of a library. What comes from a file of the task (`./forgeries.ts`, or one of its `modules`) is the task's own.
 */
export const importsIn = (text: string, modules: readonly string[]): readonly Range[] =>
  all(text, imports).filter(({ start, end }) => {
    const line = text.slice(start, end);
    return !/['"]\.\.?\//.test(line) && !modules.some((name) => line.split(/[^\w-]+/).includes(name));
  });

/** What no parameter may rewrite in a file of source code, or in prompts that hold some. `modules` are the task's own. */
export const protectedIn = (path: string, text: string, modules: readonly string[]): readonly Range[] => [
  ...importsIn(text, modules),
  ...all(text, members),
  ...(/^[^/]*\.ts$/.test(path) ? all(text, ofTests) : []),
];
