/** The ways in which a text is put before the parser, and what is read of the answer. */
import type { Language } from '../../core/index.ts';
import { missingMark, PlainNode } from './plain-node.ts';

export type GrammarName = Language | 'tsx';

/** The grammars that texts of these languages may need. */
export const grammarNames = (languages: readonly Language[]): readonly GrammarName[] => [
  ...new Set(
    languages.flatMap((language): GrammarName[] =>
      language === 'typescript' ? ['typescript', 'tsx'] : language === 'c' ? ['c', 'cpp'] : [language],
    ),
  ),
];

/** A grammar, and what is put around the source. */
export type Attempt = {
  readonly name: GrammarName;
  readonly before: string;
  readonly after: string;
  /** The end of the text was made up. */
  readonly isClosed: boolean;
};

/** What makes a file of a text that is only the inside of something: members of a class, statements of a function. */
const openings: Partial<Readonly<Record<Language, string>>> = {
  javascript: 'class _ {',
  typescript: 'class _ {',
  java: 'class _ {',
  go: 'func _() {',
  c: 'void _(void) {',
  cpp: 'void _() {',
};

export const wrapperEnd = '}';

/** In the order in which they are tried while there are errors. `ends`: what may follow the text, the likeliest first. */
export const attemptsFor = (language: Language, ends: readonly string[]): readonly Attempt[] => {
  const plain = (name: GrammarName): readonly Attempt[] => ends.map((after) => ({ name, before: '', after, isClosed: after !== '' }));
  const attempts = [...plain(language)];
  if (language === 'typescript') attempts.push(...plain('tsx'));
  if (language === 'c') attempts.push(...plain('cpp'));
  const before = openings[language];
  const [closers = ''] = ends;
  if (before !== undefined) attempts.push({ name: language, before, after: closers + wrapperEnd, isClosed: closers !== '' });
  return attempts;
};

/** What is inside the class or function that was put around a text. */
export const unwrapped = (root: PlainNode): PlainNode => {
  const body = root.children[0]?.childForFieldName('body');
  if (!body) return root;
  const members = body.children.filter((child) => child.type !== '{' && child.type !== '}');
  return root.withChildren([...members, ...root.children.slice(1)]);
};

/** A text whose end had to be made up says so by a missing node there. */
export const markCut = (root: PlainNode, length: number): PlainNode => {
  const mark = new PlainNode(0, 'cut-short', undefined, length, length, missingMark, undefined);
  return root.withChildren([...root.children, mark]);
};
