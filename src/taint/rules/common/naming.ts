/** What people call things, in every way of writing several words as one name. */

const written = (word: string): string => `(?:${word}|${word.slice(0, 1).toUpperCase()}${word.slice(1)}|${word.toUpperCase()})`;

const phrase = (words: string): string => words.split(' ').map(written).join('_?');

const phrases = (list: string): string =>
  `(?:${list
    .split(',')
    .map((each) => phrase(each.trim()))
    .join('|')})`;

const beginsWord = '(?:^|_|(?<=[a-z0-9])(?=[A-Z]))';

/** A regular expression for names that end in one of the phrases: `api key` is `apiKey`, `api_key`, `API_KEY`, `shopApiKey`. */
export const namedFor = (list: string): string => `${beginsWord}${phrases(list)}(?:[sS])?$`;

/** For names that hold one of the phrases anywhere: `makeToken`, `token_of`. */
export const namesWith = (list: string): string => phrases(list);
