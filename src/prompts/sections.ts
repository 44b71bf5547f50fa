import { functionNameIn } from '../signatures/index.ts';
import { functionsOf, specificationOf } from './facts.ts';
import type { PromptSource } from './prompt-source.ts';
import { capitalised } from './text.ts';

/** A specification by what it is about: each function's paragraphs in the order of the interface, and those that are about all. */
export type Sections = { readonly general: readonly string[]; readonly own: readonly (readonly string[])[] };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const beginsWith = (name: string): RegExp => new RegExp(`^\`${escaped(name)}(?:\\([^\`]*\\))?\`\\s+(?=[a-z])`);

/**
 * A paragraph belongs to the function with whose name in backticks it begins. If any function is left without one, all are general.
 * A lone function owns every paragraph.
 */
export const sectionsOf = (source: PromptSource): Sections => {
  const names = functionsOf(source).map((signature) => functionNameIn(source.language, signature));
  const paragraphs = specificationOf(source);
  if (names.length < 2) return { general: names.length === 0 ? paragraphs : [], own: names.map(() => paragraphs) };
  const own = names.map((name) => paragraphs.filter((paragraph) => beginsWith(name).test(paragraph)));
  if (own.some((of) => of.length === 0)) return { general: paragraphs, own: names.map(() => []) };
  return { general: paragraphs.filter((paragraph) => !own.flat().includes(paragraph)), own };
};

/**
 * A function's documentation doesn't repeat its name: `read_note` returns … becomes "Returns …". Go wants it without backticks.
 */
export const withoutName = (paragraph: string, name: string, language: PromptSource['language']): string => {
  const found = beginsWith(name).exec(paragraph)?.[0];
  if (found === undefined) return paragraph;
  const rest = paragraph.slice(found.length);
  return language === 'go' ? `${name} ${rest}` : capitalised(rest);
};
