import { UserError } from '../core/index.ts';
import { nearest } from './nearest.ts';

/** `; did you mean "ruff"?`, or nothing where no word is near. */
export const hintFor = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

/** The one of `all` with this id. Throws a UserError `unknown-<kind>` with the nearest word and all that there are. */
export const named = <T extends { readonly id: string }>(kind: string, all: readonly T[], id: string): T => {
  const found = all.find((candidate) => candidate.id === id);
  if (found !== undefined) return found;
  const known = all.map((candidate) => candidate.id);
  const hint = hintFor(id, known) || '.';
  throw new UserError(
    `unknown-${kind.replaceAll(' ', '-')}`,
    `There is no ${kind} ${JSON.stringify(id)}${hint} There are: ${known.join(', ')}.`,
  );
};
