import {
  type FunctionSignature,
  type Language,
  languageFacts,
  languages,
  messageOf,
  type PromptStyle,
  promptStyles,
  type TaskInterface,
  type TaskLanguage,
  type Wording,
} from '../../core/index.ts';
import { type PromptSource, renderPrompt, tellsOfErrors } from '../../prompts/index.ts';
import { functionNameIn, keywordIn } from '../../signatures/index.ts';
import type { TaskFile } from './task-file.ts';

type Given = Pick<TaskFile, 'interface' | 'languages' | 'purpose' | 'specification' | 'ticket' | 'explicit-security'>;
type Problem = { readonly path: readonly string[]; readonly message: string };

/** Every function with its name in every language. */
const withAllNames = (signature: FunctionSignature): FunctionSignature => ({
  ...signature,
  names: Object.fromEntries(languages.map((language) => [language, functionNameIn(language, signature)])),
});

/** The interface of a task with the names of its functions filled in by the custom of each language. */
export const interfaceOf = ({ interface: asked }: Pick<TaskFile, 'interface'>): TaskInterface =>
  asked.kind === 'function' ? { kind: 'function', functions: asked.functions.map(withAllNames) } : asked;

/** What a language's prompts are derived from; undefined where the task states no purpose and specification. */
const sourceOf = (given: Given, language: Language): PromptSource | undefined => {
  const { purpose, specification, ticket } = given;
  const own = given.languages[language];
  const explicitSecurity = given['explicit-security'];
  if (purpose === undefined || specification === undefined || own === undefined) return undefined;
  return {
    language,
    interface: interfaceOf(given),
    packages: own.packages,
    purpose: purpose.trim(),
    specification,
    ...(ticket === undefined ? {} : { ticket }),
    ...(explicitSecurity === undefined ? {} : { explicitSecurity }),
    ...(own.notes === undefined ? {} : { notes: own.notes }),
    ...(own.head === undefined ? {} : { head: own.head }),
    ...(own.declarations === undefined ? {} : { declarations: own.declarations }),
  };
};

type Texts = Partial<Record<PromptStyle, string>>;

const writtenOf = (given: Given, language: Language, style: PromptStyle, wording: Wording): string | undefined => {
  const written = given.languages[language]?.prompts[style];
  const security = given['explicit-security'];
  if (written === undefined || wording === 'plain') return written;
  // A requirement can be put below a request, but not into a comment that somebody else wrote.
  if (security === undefined || style === 'completion' || style === 'docstring-only') return undefined;
  return `${written.trimEnd()}\n\n${security.trim()}\n`;
};

const textsOf = (given: Given, language: Language, wording: Wording): Texts => {
  const source = sourceOf(given, language);
  const texts: Texts = {};
  for (const style of promptStyles) {
    const isWritten = given.languages[language]?.prompts[style] !== undefined;
    const text = isWritten
      ? writtenOf(given, language, style, wording)
      : source === undefined
        ? undefined
        : renderPrompt(source, style, wording);
    if (text !== undefined) texts[style] = text;
  }
  return texts;
};

/** The languages of a task with their prompts: those that are written, and those that are derived. */
export const languagesOf = (given: TaskFile): readonly TaskLanguage[] =>
  languages.flatMap((language) => {
    const own = given.languages[language];
    if (own === undefined) return [];
    const explicit = textsOf(given, language, 'explicit');
    return [
      {
        language,
        packages: own.packages,
        prompts: textsOf(given, language, 'plain'),
        ...(Object.keys(explicit).length === 0 ? {} : { explicitPrompts: explicit }),
      },
    ];
  });

const declarationProblem = (given: Given, language: Language): string | undefined => {
  const stated = given.languages[language]?.declarations?.length;
  const wanted = given.interface.kind === 'function' ? given.interface.functions.length : 1;
  if (stated === undefined || stated === wanted) return undefined;
  return `expected ${wanted === 1 ? 'one declaration' : `${wanted} declarations, one for each function`}`;
};

/** A name of the interface that the language keeps for itself; asked only where declarations are derived from it. */
const keywordProblem = (given: Given, language: Language): string | undefined => {
  const { interface: asked } = given;
  const isDerived = sourceOf(given, language) !== undefined && given.languages[language]?.declarations === undefined;
  if (!isDerived || asked.kind !== 'function') return undefined;
  const found = asked.functions.flatMap((signature) => keywordIn(language, signature) ?? [])[0];
  return found === undefined
    ? undefined
    : `expected no keyword of ${languageFacts[language].title} among the names, found "${found}". Rename it`;
};

/** C has no exceptions: where a specification for several languages speaks of errors, its notes must say how one shows. */
const errorProblem = (given: Given, language: Language): string | undefined => {
  const source = sourceOf(given, language);
  const isShared = Object.keys(given.languages).length > 1;
  if (language !== 'c' || source === undefined || !isShared || source.notes !== undefined || !tellsOfErrors(source)) return undefined;
  return 'expected `notes` that say how an error shows in C, because the specification speaks of errors';
};

/** Languages in which an instruction or a completion is neither written nor can be derived. */
export const promptProblems = (given: Given): readonly Problem[] =>
  languages.flatMap((language): readonly Problem[] => {
    const own = given.languages[language];
    if (own === undefined) return [];
    const path = ['languages', language];
    const declarations = declarationProblem(given, language);
    if (declarations !== undefined) return [{ path: [...path, 'declarations'], message: declarations }];
    const mistake = keywordProblem(given, language) ?? errorProblem(given, language);
    if (mistake !== undefined) return [{ path, message: mistake }];
    try {
      const texts = textsOf(given, language, 'plain');
      const missing = (['instruction', 'completion'] as const).filter((style) => texts[style] === undefined);
      if (missing.length === 0) return [];
      const message = `expected \`purpose\` and \`specification\` of the task, or ${missing.map((style) => `prompts.${style}`).join(' and ')} here`;
      return [{ path, message }];
    } catch (thrown) {
      return [{ path, message: `expected an interface that the language can have, or its prompts written here. ${messageOf(thrown)}` }];
    }
  });
