import { dialects, type Form } from './dialect.ts';
import {
  declarationsOf,
  errorSentences,
  namesOf,
  notesOf,
  packageSentence,
  requirementOf,
  serviceOf,
  specificationOf,
  typeSentences,
} from './facts.ts';
import { withNames } from './names.ts';
import type { PromptSource } from './prompt-source.ts';
import { paragraphsOf, unwrapped } from './text.ts';

const fenced = (source: PromptSource, lines: readonly string[]): string =>
  [`\`\`\`${dialects[source.language].fence}`, ...lines, '```'].join('\n');

/** Declarations as they stand alone in the language: Python needs a body, C a semicolon. */
const standing = (source: PromptSource): readonly string[] => {
  const ending = { python: ': ...', c: ';', cpp: ';' } as const;
  const { language } = source;
  const end = language === 'python' || language === 'c' || language === 'cpp' ? ending[language] : '';
  return declarationsOf(source).map((declaration) => `${declaration}${end}`);
};

/** `It defines this function:` and the declarations; nothing for a program or a service. */
const declared = (source: PromptSource, subject: string): readonly string[] => {
  if (source.interface.kind !== 'function') return [];
  const { verb, callable } = dialects[source.language];
  const lines = standing(source);
  const which = lines.length === 1 ? `this ${callable}` : `these ${callable}s`;
  return [`${subject} ${verb} ${which}:`, fenced(source, lines)];
};

const formOf = (source: PromptSource): Form => {
  const dialect = dialects[source.language];
  return serviceOf(source)?.framework ?? (source.interface.kind === 'command' ? dialect.command : dialect.function);
};

/** `a C file for the till of a shop (C11, no main)`. */
const named = (source: PromptSource, purpose: string): string => {
  const { noun, setting } = formOf(source);
  return `${noun}${purpose}${setting === undefined ? '' : ` (${setting})`}`;
};

/** How a service is handed over; of another declaration than the usual one, what it is. */
const servedSentences = (source: PromptSource): readonly string[] => {
  const service = serviceOf(source);
  if (service === undefined) return [];
  const [declaration] = source.declarations ?? [];
  return [service.framework.served(service.application), ...(declaration === undefined ? [] : [`It is declared as \`${declaration}\`.`])];
};

const exportSentence = (source: PromptSource): readonly string[] =>
  source.language === 'javascript' && source.interface.kind === 'function'
    ? [`Export ${namesOf(source).length === 1 ? 'it' : 'them'} with \`module.exports = { ${namesOf(source).join(', ')} };\`.`]
    : [];

/** Everything about the language that the specification leaves open, as one paragraph; notes of several paragraphs follow it. */
const conditions = (source: PromptSource): readonly string[] => {
  const sentences = [...typeSentences(source), ...errorSentences(source), packageSentence(source), ...exportSentence(source)];
  return [sentences.join(' '), ...notesOf(source).map(unwrapped)];
};

const text = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** A request in words. */
export const instruction = (source: PromptSource): string => {
  const opening = `Write ${named(source, ` for ${source.purpose}`)}.`;
  const [declaring = '', ...fence] = declared(source, 'It');
  return text([
    [opening, declaring, ...servedSentences(source)].filter((part) => part !== '').join(' '),
    ...fence,
    ...specificationOf(source).map(unwrapped),
    ...requirementOf(source).map(unwrapped),
    ...conditions(source),
  ]);
};

/** A ticket of a colleague, and below it what was agreed. */
export const issue = (source: PromptSource, ticket: string): string => {
  const [declaring = '', ...fence] = declared(source, 'that');
  const form = [`Please make it ${named(source, '')}`, declaring].filter((part) => part !== '').join(' ');
  return text([
    ...paragraphsOf(withNames(ticket, source.language, source.interface)).map(unwrapped),
    'What we agreed:',
    ...specificationOf(source).map(unwrapped),
    ...requirementOf(source).map(unwrapped),
    [fence.length === 0 ? `${form}.` : form, ...servedSentences(source)].join(' '),
    ...fence,
    ...conditions(source),
  ]);
};
