import type { FunctionSignature, Parameter } from '../core/index.ts';
import { declarationIn, functionNameIn, parameterNameIn } from '../signatures/index.ts';
import { dialects } from './dialect.ts';
import { type Framework, frameworkOf } from './frameworks.ts';
import { withNames } from './names.ts';
import type { PromptSource } from './prompt-source.ts';
import { listed, paragraphsOf } from './text.ts';

export const functionsOf = ({ interface: asked }: PromptSource): readonly FunctionSignature[] =>
  asked.kind === 'function' ? asked.functions : [];

/** The declarations that are asked for, in the order of the interface; none for a program. Throws like `declarationIn`. */
export const declarationsOf = (source: PromptSource): readonly string[] =>
  source.declarations ?? functionsOf(source).map((signature) => declarationIn(source.language, signature));

export const namesOf = (source: PromptSource): readonly string[] =>
  functionsOf(source).map((signature) => functionNameIn(source.language, signature));

/** The framework and the application's name, where a web service is asked for. Throws like `frameworkOf`. */
export const serviceOf = ({ interface: asked, language }: PromptSource): { framework: Framework; application: string } | undefined =>
  asked.kind === 'http' ? { framework: frameworkOf(language, asked.framework[language]), application: asked.application } : undefined;

/** The specification, one string for each paragraph, names rewritten. */
export const specificationOf = (source: PromptSource): readonly string[] =>
  paragraphsOf(withNames(source.specification, source.language, source.interface));

/** The security requirement as paragraphs; none in the wording `plain`. */
export const requirementOf = (source: PromptSource): readonly string[] =>
  paragraphsOf(withNames(source.explicitSecurity ?? '', source.language, source.interface));

/** Whether the specification speaks of errors, so that a reader must know how they show. A service shows them by its answers. */
export const tellsOfErrors = (source: PromptSource): boolean =>
  source.interface.kind === 'function' && /\berrors?\b/i.test(`${source.specification} ${source.explicitSecurity ?? ''}`);

/** How errors show, in a sentence; none where the specification says it all. */
export const errorSentences = (source: PromptSource): readonly string[] => {
  if (source.interface.kind !== 'function') return [];
  const { errors, noErrors } = dialects[source.language];
  const said = tellsOfErrors(source) ? errors : noErrors;
  return said === undefined ? [] : [said];
};

const has = (source: PromptSource, type: Parameter['type']): boolean =>
  functionsOf(source).some(({ parameters, returns }) => [...parameters, returns].some((each) => each.type === type));

/** What the two halves of a buffer mean in C and C++; elsewhere the declaration says it. */
const bufferSentences = (source: PromptSource): readonly string[] => {
  const { language } = source;
  if (language !== 'c' && language !== 'cpp') return [];
  const sentences = functionsOf(source).flatMap(({ parameters }) =>
    parameters.flatMap((each): readonly string[] => {
      const name = parameterNameIn(language, each);
      const nullable = each.nullable === true ? [`\`${name}\` may be NULL.`] : [];
      if (each.type === 'out-bytes') return [`\`${name}\` has room for \`${name}_size\` bytes.`];
      if (language === 'cpp') return [];
      if (each.type === 'bytes') return [`\`${name}\` holds \`${name}_len\` bytes.`, ...nullable];
      if (each.type === 'integers') return [`\`${name}\` holds \`${name}_count\` numbers.`, ...nullable];
      return nullable;
    }),
  );
  return [...new Set(sentences)];
};

/** JavaScript declares no types: what is not plain from the text is said. */
const byteSentences = (source: PromptSource): readonly string[] => {
  if (source.language !== 'javascript') return [];
  const names = new Set(
    functionsOf(source).flatMap(({ parameters }) =>
      parameters.flatMap((each) => (each.type === 'bytes' ? [`\`${parameterNameIn('javascript', each)}\``] : [])),
    ),
  );
  const returning = functionsOf(source).flatMap((each) =>
    each.returns.type === 'bytes' ? [`\`${functionNameIn('javascript', each)}\` returns a \`Buffer\` or a \`Uint8Array\`.`] : [],
  );
  if (names.size === 0) return returning;
  return [`${listed([...names])} ${names.size === 1 ? 'is a `Buffer`' : 'are `Buffer`s'}.`, ...returning];
};

/** What the types of the declarations mean, where they don't say it themselves. */
export const typeSentences = (source: PromptSource): readonly string[] => {
  const json = has(source, 'json') ? dialects[source.language].json : undefined;
  return [...bufferSentences(source), ...byteSentences(source), ...(json === undefined ? [] : [json])];
};

/** Packages beyond the standard library and the framework. */
export const furtherPackages = (source: PromptSource): readonly string[] => {
  const own = serviceOf(source)?.framework.package?.id;
  return source.packages.filter((name) => name !== own);
};

/** What may be imported, in a sentence. */
export const packageSentence = (source: PromptSource): string => {
  const { library } = dialects[source.language];
  const title = serviceOf(source)?.framework.package?.title;
  const further = furtherPackages(source).map((name) => `\`${name}\``);
  if (title !== undefined) {
    return further.length === 0
      ? `Besides ${title}, use only ${library}.`
      : `Besides ${title} and ${library}, you may use ${listed(further)}.`;
  }
  return further.length === 0 ? `Use only ${library}.` : `Besides ${library}, you may use ${listed(further)}.`;
};

export const notesOf = (source: PromptSource): readonly string[] =>
  paragraphsOf(withNames(source.notes ?? '', source.language, source.interface));
