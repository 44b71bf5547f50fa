import type { Finding, Location } from '../core/index.ts';

/** `line 12`, or `src/app.py:12` in an answer of several files. Empty without a place. */
export const placeText = (location: Location | undefined): string => {
  if (location === undefined) return '';
  return location.file === undefined ? `line ${location.line}` : `${location.file.path}:${location.file.line}`;
};

/** `line 7: S608 (CWE-89): a query made of texts`. */
export const findingText = ({ ruleId, cwe, message, location }: Finding): string => {
  const place = placeText(location);
  return `${place === '' ? '' : `${place}: `}${ruleId}${cwe.length === 0 ? '' : ` (${cwe.join(', ')})`}: ${message}`;
};

/** The way of the harm, a text for each step: `1. line 3: the name enters`. */
export const pathTexts = ({ path }: Finding): readonly string[] =>
  (path ?? []).map(({ location, note }, at) => `${at + 1}. ${placeText(location)}: ${note}`);

/** The same in one line: `line 3 (the name enters) -> line 7 (it is joined to the query)`. Empty without a path. */
export const pathLine = ({ path }: Finding): string =>
  (path ?? []).map(({ location, note }) => `${placeText(location)} (${note})`).join(' -> ');
