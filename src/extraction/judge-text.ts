import type { Language } from '../core/index.ts';
import { type LanguageProfile, profiles } from './languages/index.ts';
import { closeRelatives, otherLanguages } from './languages/other-languages.ts';
import { glance, isBlank } from './lines.ts';
import { scan } from './scan.ts';

/** How many lines are looked at to tell a language: a bound on the time, far above what a decision needs. */
const enough = 400;

const anyOf = (patterns: readonly RegExp[], line: string): boolean => patterns.some((pattern) => pattern.test(line));

const commentMarks = ['#', '//', '/*', '*'];
const isComment = (line: string, marks: readonly string[]): boolean => marks.some((mark) => line.trimStart().startsWith(mark));

/** How many of the first lines only this language has. */
const signalsOf = (lines: readonly string[], patterns: readonly RegExp[], marks: readonly string[]): number =>
  lines.slice(0, enough).filter((line) => !isBlank(line) && !isComment(line, marks) && anyOf(patterns, glance(line))).length;

const commentsOf = (profile: LanguageProfile): readonly string[] => [
  ...profile.lineComments,
  ...profile.blockComments.map(([open]) => open),
];

/** Lines that speak for the language, among the first 400. */
export const supportFor = (lines: readonly string[], profile: LanguageProfile): number =>
  signalsOf(lines, profile.signals, commentsOf(profile));

/**
 * Another language that the lines are clearly written in: at least two lines that only it has, more than twice as many as
 * speak for the wanted one; or one such line in a text of at most three. Undefined where that is not clear.
 * Text inside multi-line strings and comments says nothing: pages and queries live there.
 */
export const foreignLanguage = (lines: readonly string[], wanted: Language): string | undefined => {
  const head = lines.slice(0, enough);
  const { begins, bare } = scan(head, profiles[wanted]);
  const larger = Object.values(profiles).find((profile) => profile.extends?.language === wanted);
  if (larger?.extends !== undefined && signalsOf(bare, larger.extends.patterns, commentMarks.slice(1)) >= larger.extends.lines) {
    return larger.language;
  }
  const visible = head.filter((line, index) => begins[index]?.inside === undefined && !isBlank(line));
  const own = supportFor(visible, profiles[wanted]);
  const best = rivalsOf(visible, wanted, own).reduce((left, right) => (right[1] > left[1] ? right : left));
  const clear = best[1] >= 2 || (best[1] === 1 && visible.length <= 3 && own === 0);
  return clear && best[1] > own * 2 ? best[0] : undefined;
};

const rivalsOf = (lines: readonly string[], wanted: Language, own: number): readonly (readonly [name: string, lines: number])[] => [
  ...Object.values(profiles)
    .filter((profile) => profile.language !== wanted)
    .map((profile) => [profile.language, supportFor(lines, profile)] as const),
  ...Object.entries(otherLanguages)
    .filter(([name]) => own === 0 || !(closeRelatives[wanted]?.includes(name) ?? false))
    .map(([name, patterns]) => [name, signalsOf(lines, patterns, commentMarks.slice(1))] as const),
];

/** Whether a line reads like code of the language. */
export const isCodeLine = (line: string, profile: LanguageProfile): boolean => {
  const seen = glance(line);
  return anyOf(profile.signals, seen) || anyOf(profile.codeLines, seen);
};

const codeMarks = /[={}[\];<>|\\`]|\w\(|\)\s*:|::|->|\+\+|--\w/;
const markdownLine = /^\s*(?:#{1,6}\s+\S|[-*+]\s+\S|\d{1,3}[.)]\s+\S|\*\*|__\w|>\s|\|.*\|\s*$|-{3,}\s*$|={3,}\s*$)/;
const sentence = /^\s*["'“(]?[\p{L}][\p{L}\p{N}'’,;:.!?–-]*(?:\s+\S+){2,}/u;
/** Six words at least, begun with a capital letter and ended as sentences end: prose even where it names a call. */
const fullSentence = /^\s*["'“(]?\p{Lu}[\p{L}'’,:!-]*(?:\s+[^\s={};]+){5,}[.!?:)]\s*$/u;
/** Tags that some prompts ask models to put around an answer. */
const wrapper = /^<\/?(?:answer|solution|response|output|final)>\s*$/i;
const remark = /^\s*\p{Lu}[\p{L}'’ ,]{1,80}[.:!]\s*$/u;

/**
 * Whether a line is words to the reader rather than code. Indented lines are never taken for prose:
 * where both readings are possible the line is kept, for the tests to decide.
 */
export const isProse = (line: string, profile: LanguageProfile): boolean => {
  const seen = glance(line);
  if (isBlank(seen) || /^[ \t]/.test(seen)) return false;
  // Backticked names are how prose quotes code.
  const plain = seen.replaceAll(/`[^`]*`/g, 'name').replaceAll(/\((?:e\.g\.|i\.e\.|see|like)[^)]*\)/g, '');
  if (remark.test(plain) || wrapper.test(plain)) return true;
  if (anyOf(profile.signals, plain)) return false;
  if (markdownLine.test(plain)) return !isCodeLine(plain, profile);
  if (fullSentence.test(plain)) return true;
  return sentence.test(plain) && !codeMarks.test(plain) && !(anyOf(profile.codeLines, plain) && !/[.!?:]\s*$/.test(plain));
};

/** Whether any line reads like code of the language and is not prose. */
export const hasCodeLine = (lines: readonly string[], profile: LanguageProfile): boolean =>
  lines.slice(0, enough).some((line) => !isBlank(line) && isCodeLine(line, profile) && !isProse(line, profile));
