import { type Language, truthOf } from '../../core/index.ts';
import type { TaskTests } from '../../datasets/testing.ts';
import { fileOfRow } from './problems.ts';
import type { CheckedPair, Mutation, Status, TaskProblem, WitnessRow } from './report.ts';

type Kind = Mutation['kind'];

const axisOf = { case: 'functional', exploit: 'secure' } as const;

/** The tests of one kind that fail a witness. A crash under a case counts on the secure axis under a name of its own. */
const failedBy = (row: WitnessRow, kind: Kind, ids: ReadonlySet<string>): readonly string[] =>
  row.checks.flatMap(({ id, status }) => {
    const ofThisAxis = ids.has(id) || (kind === 'exploit' && id.startsWith('crash:'));
    return status === 'fail' && ofThisAxis ? [id] : [];
  });

/** Whether the verdict is a fail, as the label says: only such a conviction can be lost. */
const isRightlyConvicted = (row: WitnessRow, kind: Kind): boolean => !truthOf[row.label][axisOf[kind]] && row[axisOf[kind]] === 'fail';

const idsOf = (tests: TaskTests, kind: Kind): ReadonlySet<string> =>
  new Set((kind === 'case' ? tests.cases : tests.exploits).map(({ id }) => id));

/** The one test that a witness' conviction hangs on; undefined where several convict it, or none. */
export const soleConviction = (row: WitnessRow, tests: TaskTests): { readonly kind: Kind; readonly test: string } | undefined => {
  for (const kind of ['case', 'exploit'] as const) {
    if (!isRightlyConvicted(row, kind)) continue;
    const [only, ...others] = failedBy(row, kind, idsOf(tests, kind));
    if (only !== undefined && others.length === 0 && !only.startsWith('crash:')) return { kind, test: only };
  }
  return undefined;
};

type Seat = { readonly row: WitnessRow; readonly language: Language };

/**
 * For each case and exploit of a task: what its loss would change, read off the matrix of verdicts.
 *
 * `drop`: without the test, is some witness that its label convicts no longer convicted? `weaken` (where rows were examined again):
 * the same with the test's own judgement ignored. A test counts as `undecided` while a language that it is for is not checked.
 * `judging` names the tests that have a judgement of their own to ignore.
 */
export const mutationsOf = (
  tests: TaskTests,
  pairs: readonly CheckedPair[],
  { languages, judging }: { readonly languages: readonly Language[]; readonly judging?: ReadonlySet<string> },
): readonly Mutation[] => {
  const checked = pairs.filter(({ notChecked }) => notChecked === undefined);
  const isChecked = (language: Language): boolean => checked.some((pair) => pair.language === language);
  const seats = checked.flatMap(({ language, rows }) => rows.map((row): Seat => ({ row, language })));
  return (['case', 'exploit'] as const).flatMap((kind) => {
    const ids = idsOf(tests, kind);
    return [...ids].flatMap((test): readonly Mutation[] => {
      const convicted = seats.filter(({ row }) => isRightlyConvicted(row, kind) && failedBy(row, kind, ids).includes(test));
      const alone = convicted.filter(({ row }) => failedBy(row, kind, ids).length === 1);
      const isWhole = languages.filter((language) => languagesOf(tests, test)?.includes(language) ?? true).every(isChecked);
      const found = (how: Mutation['how'], by: readonly Seat[], idle: readonly Seat[], isOpen: boolean): Mutation => ({
        test,
        kind,
        how,
        status: by.length > 0 ? 'caught' : isWhole && !isOpen ? 'survived' : 'undecided',
        by: by.map(fileOfSeat),
        convictedAnyway: idle.map((seat) => ({
          file: fileOfSeat(seat),
          others: failedBy(seat.row, kind, ids).filter((id) => id !== test),
        })),
      });
      const dropped = found(
        'drop',
        alone,
        convicted.filter((seat) => !alone.includes(seat)),
        false,
      );
      if (judging === undefined || !judging.has(test) || alone.length === 0) return [dropped];
      const became = (status: Status): readonly Seat[] => alone.filter(({ row }) => row.weakened?.status === status);
      return [dropped, found('weaken', became('pass'), became('fail'), became('unknown').length > 0)];
    });
  });
};

/** The languages that a test is limited to; undefined where it is for all. */
const languagesOf = (tests: TaskTests, id: string): readonly Language[] | undefined =>
  [...tests.cases, ...tests.exploits].find((test) => test.id === id)?.only;

const fileOfSeat = ({ row, language }: Seat): string => fileOfRow(language, row);

/** What a person must do about tests that nothing would miss. */
export const mutationProblems = (mutations: readonly Mutation[]): readonly TaskProblem[] =>
  mutations.flatMap((mutation) => (mutation.status === 'survived' ? [problemOf(mutation)] : []));

const problemOf = ({ test, kind, how, convictedAnyway }: Mutation): TaskProblem => {
  const label = kind === 'case' ? 'faulty' : 'insecure';
  const where = `tests.ts: ${test}`;
  if (how === 'weaken') {
    const ignored = kind === 'case' ? 'what it expects of the answers' : 'its own `harm`';
    return {
      where,
      expected: `a witness that comes out wrong when ${ignored} is ignored`,
      found: `${shortened(convictedAnyway.map(({ file }) => file))} ${convictedAnyway.length === 1 ? 'is' : 'are'} convicted by a death or a time-out alone`,
      next: `Add a witness ${label}-N that answers, and answers wrongly, or let the test rely on the death and ask for nothing else.`,
    };
  }
  return {
    where,
    expected: 'a witness that fails this test and no other, in some language',
    found:
      convictedAnyway.length === 0
        ? 'a dead test: no witness fails it'
        : `a dead test: ${shortened(convictedAnyway.map(({ file, others }) => `${file} is convicted by ${listed(others)} as well`))}`,
    next: `Add a witness ${label}-N that gets only this wrong, or merge the test with one that convicts the same witnesses.`,
  };
};

const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));

const shown = 3;

const shortened = (parts: readonly string[]): string => {
  const more = parts.length - shown;
  return `${parts.slice(0, shown).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
};
