export const languages = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'] as const;
export type Language = (typeof languages)[number];

/** What is the same wherever a language is named, laid out or commented. */
export type LanguageFacts = {
  /** As people write it: `C++`. */
  readonly title: string;
  /** Ending of a source file, without the dot. */
  readonly extension: string;
  readonly lineComment: '#' | '//';
  /** How names of functions and parameters are written by custom. */
  readonly nameCustom: 'snake' | 'camel';
};

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  python: { title: 'Python', extension: 'py', lineComment: '#', nameCustom: 'snake' },
  javascript: { title: 'JavaScript', extension: 'js', lineComment: '//', nameCustom: 'camel' },
  typescript: { title: 'TypeScript', extension: 'ts', lineComment: '//', nameCustom: 'camel' },
  java: { title: 'Java', extension: 'java', lineComment: '//', nameCustom: 'camel' },
  go: { title: 'Go', extension: 'go', lineComment: '//', nameCustom: 'camel' },
  c: { title: 'C', extension: 'c', lineComment: '//', nameCustom: 'snake' },
  cpp: { title: 'C++', extension: 'cpp', lineComment: '//', nameCustom: 'snake' },
};

/** The language whose files end so (no dot); undefined where none does. */
export const languageOfExtension = (extension: string): Language | undefined =>
  languages.find((language) => languageFacts[language].extension === extension);

const words = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split('_')
    .filter((word) => word !== '');

/** A name in the language's custom: `read_note` stays so in Python and is `readNote` in Java. */
export const nameIn = (language: Language, name: string): string => {
  const parts = words(name).map((word) => word.toLowerCase());
  if (languageFacts[language].nameCustom === 'snake') return parts.join('_');
  return parts.map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)).join('');
};
