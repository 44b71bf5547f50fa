import { nameIn } from '../../core/index.ts';

/** The same text with comments and the insides of literals made blank, so that positions stay. */
const blanked = (code: string): string =>
  code.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|`[^`]*`?|'(?:\\.|[^'\\\n])*'?/g, (token) => {
    const isLiteral = /^["`']/.test(token);
    return token.replaceAll(/[^\n]/g, (character, at: number) => (isLiteral && (at === 0 || at === token.length - 1) ? character : ' '));
  });

const clauseOf = (code: string): RegExpExecArray | null => /^(?<before>\s*package\s+)(?<name>\p{L}[\p{L}\p{Nd}_]*)/u.exec(blanked(code));

/** The file as a part of package `name`, whatever it called itself. Without a package clause it stays as it is: an error of its own. */
export const inPackage = (code: string, name: string): string => {
  const clause = clauseOf(code);
  const before = clause?.groups?.before ?? '';
  return clause === null ? code : code.slice(0, before.length) + name + code.slice(clause[0].length);
};

const literalsIn = (code: string, blank: string, from: number, to: number): readonly string[] =>
  [...blank.slice(from, to).matchAll(/(["`])[^"`]*\1/g)].map(({ 0: literal, index }) =>
    code.slice(from + index + 1, from + index + literal.length - 1),
  );

/** Paths that the file imports. Imports come first in a Go file: whatever looks like one later is none. */
export const importsOf = (code: string): readonly string[] => {
  const blank = blanked(code);
  const paths: string[] = [];
  const next = /[\s;]*import\b\s*(?:\([^)]*\)|[^;\n]*)/y;
  next.lastIndex = clauseOf(code)?.[0].length ?? 0;
  for (let from = next.lastIndex; next.test(blank); from = next.lastIndex) paths.push(...literalsIn(code, blank, from, next.lastIndex));
  return paths;
};

/** A package that somebody would have to download: its path begins with a host's name. */
export const isExternal = (path: string): boolean => /^[^/]*\./.test(path);

/** A package that the go command lets nobody import from here. */
export const isInternal = (path: string): boolean => path.split('/').some((part) => part === 'internal' || part === 'vendor');

/** What stands outside of every brace. */
const outermost = (code: string): string => {
  let depth = 0;
  let text = '';
  for (const part of blanked(code).split(/([{}])/)) {
    if (part === '}') depth -= 1;
    text += depth <= 0 || part === '{' || part === '}' ? part : ' ';
    if (part === '{') depth += 1;
  }
  return text;
};

const isDeclaredIn = (text: string, name: string): boolean =>
  new RegExp(`\\bfunc\\s+${name}\\s*[(\\[]|\\bvar\\s+(?:[\\w, ]{0,200}\\W)?${name}\\b|(?:^|[(,;\\n])\\s*${name}\\s*(?:=|func\\b)`).test(
    text,
  );

/** The name under which the file declares the function: as asked for, exported, or in snake case; undefined where it does not. */
export const declaredName = (code: string, name: string): string | undefined => {
  const text = outermost(code);
  const exported = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  return [name, exported, nameIn('python', name)].find((each) => isDeclaredIn(text, each));
};
