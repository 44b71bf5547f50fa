import { type Fields, fieldsAt, listAt, numberAt, textAt } from '../json-fields.ts';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // `100%.py`, written as it is.
  }
};

const isAbsolute = (uri: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(uri) || uri.startsWith('/');

const joined = (base: string, uri: string): string => (base === '' || isAbsolute(uri) ? uri : `${base.replace(/\/?$/, '/')}${uri}`);

/** A path out of a URI: scheme and host gone, `/C:/` as `C:/`, `.` and `..` resolved, percent signs decoded. */
export const pathOfUri = (uri: string): string => {
  const bare = uri
    .replaceAll('\\', '/')
    .replace(/^file:\/\/[^/]*/i, '')
    .replace(/^file:/i, '')
    .replace(/^\/(?=[A-Za-z]:\/)/, '');
  const parts: string[] = [];
  for (const part of decoded(bare).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '' && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
};

/** Resolves the artifact locations of one run: relative, absolute, against `originalUriBaseIds`, or by their position under `artifacts`. */
export const pathResolver = (run: Fields): ((location: Fields) => string) => {
  const bases = fieldsAt(run, 'originalUriBaseIds');
  const artifacts = listAt(run, 'artifacts');
  const baseOf = (id: string, depth: number): string => {
    const base = fieldsAt(bases, id);
    const outer = textAt(base, 'uriBaseId');
    return outer === '' || depth > 8 ? textAt(base, 'uri') : joined(baseOf(outer, depth + 1), textAt(base, 'uri'));
  };
  const uriOf = (location: Fields): string => joined(baseOf(textAt(location, 'uriBaseId'), 0), textAt(location, 'uri'));
  return (location) => {
    const index = numberAt(location, 'index') ?? -1;
    const listed = artifacts[index];
    const named = textAt(location, 'uri') === '' && listed !== undefined ? fieldsAt(listed, 'location') : location;
    const uri = uriOf(named);
    return uri === '' ? '' : pathOfUri(uri);
  };
};
