import type { LanguageProfile } from './languages/index.ts';
import { glance } from './lines.ts';
import { scan } from './scan.ts';

export type Definition = { readonly name: string; readonly line: number };

/** Names defined at the outermost level, with the 0-based line of each, in order. */
export const definitionsOf = (lines: readonly string[], profile: LanguageProfile): readonly Definition[] => {
  const { begins } = scan(lines, profile);
  return lines.flatMap((line, index) => {
    const state = begins[index];
    if (state?.inside !== undefined || (state?.depth ?? 0) > 0 || /^\s|^$/.test(line)) return [];
    return namesIn(line, profile).map((name) => ({ name, line: index }));
  });
};

const namesIn = (line: string, profile: LanguageProfile): readonly string[] => {
  for (const pattern of profile.definitions) {
    const groups = pattern.exec(glance(line))?.groups;
    if (groups?.name !== undefined) return [groups.name];
    // `{ a, b: c }` defines a and c.
    if (groups?.names !== undefined) return groups.names.split(',').flatMap((part) => /(\w+)\s*(?:=.*)?$/.exec(part.trim())?.[1] ?? []);
  }
  return [];
};

/** The last definition of a file's head, at any depth: what its continuation is to complete. */
export const lastDefinition = (lines: readonly string[], profile: LanguageProfile): Definition | undefined => {
  const { begins } = scan(lines, profile);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    if (begins[index]?.inside !== undefined || /^\s*$/.test(line)) continue;
    // An assignment does not open a body that a continuation could complete.
    const name = profile.definitions
      .slice(0, profile.indented === undefined ? undefined : 2)
      .map((pattern) => pattern.exec(glance(line.trimStart()))?.groups?.name)
      .find((found) => found !== undefined);
    if (name !== undefined) return { name, line: index };
  }
  return undefined;
};
