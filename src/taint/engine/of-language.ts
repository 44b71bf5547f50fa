import type { Language } from '../../core/index.ts';
import type { ByLanguage } from '../rules/rule.ts';

/** What holds for the language: its own, its family's, everybody's. */
export const ofLanguage = <T>(table: ByLanguage<T> | undefined, language: Language): readonly T[] => {
  if (table === undefined) return [];
  const family = language === 'typescript' ? table.javascript : language === 'cpp' ? table.c : undefined;
  return [...(table.all ?? []), ...(family ?? []), ...(table[language] ?? [])];
};
