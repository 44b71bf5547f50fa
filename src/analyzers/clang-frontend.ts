import type { Language } from '../core/index.ts';
import { clangRules } from './rules/clang-rules.ts';
import type { RunProcess } from './run-process.ts';

/** How to run clang's own front end over many files in one process. */
export type Frontend = { readonly binary: string; readonly args: readonly string[]; readonly checkers: readonly string[] };

const limits = { timeLimitMs: 20_000, outputLimitBytes: 1_000_000 };

/** Words of a line of `clang -###`: each in double quotes, with `\` before quotes, backslashes and dollars. */
const quotedWords = (line: string): readonly string[] =>
  Array.from(line.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, word = '']) => word.replace(/\\(.)/g, '$1'));

const withValue = new Set(['-main-file-name', '-o', '-analyzer-output', '-x']);
const dropped = /^-(?:analyzer-checker=|fdebug-compilation-dir=|fcoverage-compilation-dir=|disable-free$|analyze$)/;

const keptArgs = (words: readonly string[], input: string): readonly string[] =>
  words.filter((word, index) => !withValue.has(word) && !withValue.has(words[index - 1] ?? '') && !dropped.test(word) && word !== input);

/** The languages that clang reads, with its names for them; the dialects are those in which candidates are compiled. */
export const clangDialects = { c: { name: 'c', standard: 'gnu11' }, cpp: { name: 'c++', standard: 'gnu++20' } } as const satisfies Partial<
  Record<Language, object>
>;
export type ClangLanguage = keyof typeof clangDialects;

/** So that newer versions, too, analyze what only a newer C standard forbids. */
export const laxFlags = [
  '-Wno-error=implicit-function-declaration',
  '-Wno-error=int-conversion',
  '-Wno-error=incompatible-function-pointer-types',
] as const;

/**
 * Asks the driver for the front end's arguments (header search paths, target) and the version's checkers, and takes those that
 * the rule table knows. Throws where clang answers otherwise than expected.
 */
export const findFrontend = async (run: RunProcess, command: string, language: ClangLanguage): Promise<Frontend> => {
  const input = '/dev/null';
  const { name: dialect, standard } = clangDialects[language];
  const plan = await run({ command, args: ['-###', '--analyze', `-std=${standard}`, '-x', dialect, input], ...limits });
  const line = plan.stderr.split('\n').find((text) => text.includes('"-cc1"')) ?? '';
  const [binary, first, ...words] = quotedWords(line);
  if (plan.ended !== 'exited' || binary === undefined || first !== '-cc1')
    throw new Error(`\`${command} -###\` did not show its front end`);
  const helps = await Promise.all(
    ['-analyzer-checker-help', '-analyzer-checker-help-alpha'].map((flag) => run({ command: binary, args: ['-cc1', flag], ...limits })),
  );
  const offered = new Set(helps.flatMap(({ stdout }) => Array.from(stdout.matchAll(/^ {2}([\w.]+)/gm), ([, name = '']) => name)));
  const checkers = Object.keys(clangRules).filter((name) => offered.has(name) && (language === 'cpp' || !name.startsWith('cplusplus.')));
  if (checkers.length === 0) throw new Error(`\`${command}\` offers no checker that Fathom knows`);
  const args = [
    '-cc1',
    '-analyze',
    ...keptArgs(words, input),
    ...['core', 'apiModeling'].map((name) => `-analyzer-checker=${name}`),
    ...checkers.map((name) => `-analyzer-checker=${name}`),
    '-analyzer-output=text',
    // Source lines in the output could be written to look like messages.
    '-fno-caret-diagnostics',
    // A candidate must not hide code from its own examination.
    '-U__clang_analyzer__',
    ...laxFlags,
    '-x',
    dialect,
  ];
  return { binary, args, checkers };
};
