import { type Language, nameIn, type TaskInterface } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from '../signatures/index.ts';

/** Names of the interface as a specification writes them → as the language does. */
const namesOf = (language: Language, asked: TaskInterface): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  if (asked.kind !== 'function') return names;
  const add = (name: string, written: string): void => {
    names.set(name, written);
    names.set(nameIn('python', name), written);
  };
  for (const signature of asked.functions) for (const each of signature.parameters) add(each.name, parameterNameIn(language, each));
  for (const signature of asked.functions) add(signature.name, functionNameIn(language, signature));
  return names;
};

/** Quotes, slashes and brackets of markup tell data: `"user_id"` is a key, not the parameter. */
const isData = (span: string): boolean => /["'/\\<{]/.test(span);

const codeSpan = /`([^`]+)`/g;
const fence = /(^[ \t]*```[^\n]*\n[\s\S]*?^[ \t]*```[ \t]*$)/m;

/**
 * A specification with the names of functions and parameters, where they stand in backticks, in the language's custom:
 * `read_note` becomes `readNote` in Java. Data in backticks and fenced examples stay as they are.
 */
export const withNames = (text: string, language: Language, asked: TaskInterface): string => {
  const names = namesOf(language, asked);
  if (names.size === 0) return text;
  const rename = (part: string): string =>
    part.replaceAll(codeSpan, (whole, span: string) =>
      isData(span) ? whole : `\`${span.replaceAll(/[A-Za-z_][A-Za-z0-9_]*/g, (word) => names.get(word) ?? word)}\``,
    );
  return text
    .split(fence)
    .map((part, index) => (index % 2 === 1 ? part : rename(part)))
    .join('');
};
