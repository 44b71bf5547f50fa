import type { Entry, Grade, VerdictStatus } from '../core/index.ts';
import type { Vote } from '../fusion/index.ts';

/** Samples of which a pure rule says the same: of one kind, with the same votes of the same oracles by the same grades; then of one task and language too. */
export type Alike<Said> = { readonly next: (Alike<Said> | undefined)[]; said?: Said };

/** Numbers for texts, in order of first use. */
const numbering = (): ((text: string) => number) => {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
};

const step = <Said>(from: Alike<Said>, edge: number): Alike<Said> => {
  const known = from.next[edge];
  if (known !== undefined) return known;
  const made: Alike<Said> = { next: [] };
  from.next[edge] = made;
  return made;
};

const places: Readonly<Record<VerdictStatus | Grade, number>> = { pass: 0, fail: 1, unknown: 2, witnessed: 0, reported: 3, opined: 6 };
const kindsOfVotes = 9;

/** Where what was said of samples alike is kept. A path through votes by numbers is cheaper than a text for each sample. */
export type AlikeIndex<Said> = {
  /** Undefined where members of a family voted together: who spoke for the family differs from sample to sample. */
  votes(kind: string, votes: readonly Vote[]): Alike<Said> | undefined;
  /** Below samples with like votes, those of the same task and language. */
  subject(entry: Pick<Entry, 'taskId' | 'language'>, votes: Alike<Said>): Alike<Said>;
};

export const alikeIndex = <Said>(): AlikeIndex<Said> => {
  const numberOf = numbering();
  const subjectOf = numbering();
  const root: Alike<Said> = { next: [] };
  return {
    votes(kind, votes) {
      let at = step(root, numberOf(kind));
      for (const { oracle, status, grade, voters } of votes) {
        if (voters !== undefined) return undefined;
        // Edge 0 leads to subjects.
        at = step(at, 1 + numberOf(oracle) * kindsOfVotes + places[status] + places[grade]);
      }
      return at;
    },
    subject: ({ taskId, language }, votes) => step(step(step(votes, 0), subjectOf(taskId)), subjectOf(language)),
  };
};
