import type { Language, PromptStyle } from '../core/index.ts';
import { commentWidth } from './comments.ts';
import { furtherPackages, notesOf, packageSentence, requirementOf, typeSentences } from './facts.ts';
import type { PromptSource } from './prompt-source.ts';
import { capitalised, fillAll } from './text.ts';

/** A style whose prompt is the head of a file. */
export type HeadStyle = Extract<PromptStyle, 'completion' | 'docstring-only'>;

/** Paragraphs as the lines of a comment that stands `indent` columns to the right. Javadoc sets code off by a tag of its own. */
export const filled = (language: Language, paragraphs: readonly string[], indent = 0): readonly string[] => {
  const written = language === 'java' ? paragraphs.map((each) => each.replaceAll(/`([^`{}]+)`/g, '{@code $1}')) : paragraphs;
  return fillAll(written, commentWidth - 3 - indent);
};

/** What a comment says after the specification, but for errors. */
export const remarksOf = (source: PromptSource): readonly string[] => {
  const sentences = [...typeSentences(source), ...(furtherPackages(source).length > 0 ? [packageSentence(source)] : [])];
  return [...requirementOf(source), ...(sentences.length > 0 ? [sentences.join(' ')] : []), ...notesOf(source)];
};

export const purposeLine = ({ purpose }: PromptSource): string => `${capitalised(purpose)}.`;

/** Groups of lines with one empty line between them; empty groups leave no trace. */
export const spaced = (...groups: readonly (readonly string[])[]): readonly string[] =>
  groups.filter((group) => group.length > 0).flatMap((group, index) => [...(index === 0 ? [] : ['']), ...group]);

export const below = (indent: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${indent}${line}`));

/** What stands before a documented declaration: what the file is, imports, and for Java the class around it. */
export const fileHead = (source: PromptSource, remark: readonly string[], imports: readonly string[]): readonly string[] => {
  switch (source.language) {
    case 'java':
      return spaced(imports, [...remark, 'public class Solution {']);
    case 'go':
      return spaced([...remark, 'package main'], imports);
    case 'python':
    case 'c':
    case 'cpp':
      return [...remark, ...imports];
    default:
      return imports.length === 0 ? remark : [...remark, ...imports];
  }
};
