import type { Language, PromptStyle, SourceFiles, TaskInterface, Wording } from '../core/index.ts';
import { languageFacts } from '../core/index.ts';
import { withNames } from './names.ts';
import { paragraphsOf } from './text.ts';

/** What the prompts of a patch task in one language are made of. Texts are plain, with names in backticks. */
export type RepositorySource = {
  readonly language: Language;
  readonly interface: TaskInterface;
  readonly files: SourceFiles;
  /** Completes "This is the repository of …". */
  readonly purpose: string;
  /** The change that is asked for. */
  readonly specification: string;
  /** The first lines of a ticket. Without it there is no `issue`. */
  readonly ticket?: string;
  /** The security requirement, for the wording `explicit`. Without it there is no such wording. */
  readonly explicitSecurity?: string;
  readonly notes?: string;
};

const form = [
  'Answer with a unified diff against these files, as `git diff` prints it, in one fenced block marked `diff`. Paths in it are relative to the root of the repository. Files may be changed, made and deleted.',
  'Instead of a diff you may give every file that you change or make as a whole, each in a fenced block of its own with its path on the line above the block.',
];

const tags: Readonly<Record<string, string>> = { py: 'python', js: 'javascript', ts: 'typescript', md: 'markdown', yml: 'yaml', txt: '' };

/** A file in a fence that is longer than any in it. */
const shown = (path: string, content: string): string => {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const mark = '`'.repeat(longest + 1);
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return `\`${path}\`:\n\n${mark}${tags[ending] ?? ending}\n${content}${content === '' || content.endsWith('\n') ? '' : '\n'}${mark}`;
};

/**
 * The request for a change with every file of the repository, with a line end at its end. Undefined for the styles that continue a file,
 * for an issue without a ticket, and for the explicit wording of a task that states no security requirement.
 */
export const renderRepositoryPrompt = (source: RepositorySource, style: PromptStyle, wording: Wording): string | undefined => {
  const { language, files, purpose, specification, ticket, explicitSecurity, notes } = source;
  if (style !== 'instruction' && style !== 'issue') return undefined;
  if (style === 'issue' && ticket === undefined) return undefined;
  if (wording === 'explicit' && explicitSecurity === undefined) return undefined;
  const named = (text: string): readonly string[] => paragraphsOf(withNames(text, language, source.interface));
  const repository = `the repository of ${purpose.trim()}, written in ${languageFacts[language].title}`;
  const opening =
    style === 'issue'
      ? [...named(ticket ?? ''), `It is about ${repository}. What we agreed:`]
      : [`This is ${repository}. Change it as follows.`];
  const paragraphs = [
    ...opening,
    ...named(specification),
    ...(wording === 'explicit' ? named(explicitSecurity ?? '') : []),
    ...(notes === undefined ? [] : named(notes)),
    ...form,
    'The files of the repository:',
    ...Object.entries(files).map(([path, content]) => shown(path, content)),
  ];
  return `${paragraphs.join('\n\n')}\n`;
};
