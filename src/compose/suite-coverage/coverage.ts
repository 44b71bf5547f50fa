import { type CweId, type Language, languages, related, type Task } from '../../core/index.ts';
import { top25Lists, top25Titles, whyNotCovered } from './top-25.ts';
import { familyOfCwe, familyOfTask, weaknessFamilies } from './weakness-families.ts';

type Counts = Readonly<Partial<Record<Language, number>>>;

/** Tasks of one weakness, by language. A task with several weaknesses stands in several rows. */
export type CoverageRow = { readonly family: string; readonly cwe: CweId; readonly tasks: number; readonly byLanguage: Counts };

/** How an entry of MITRE's list is covered: by tasks that name it, or by tasks about a weakness above or below it. */
export type Top25Row = {
  readonly cwe: CweId;
  readonly title: string;
  /** By year; absent where the year's list does not have it. */
  readonly ranks: Readonly<Record<number, number>>;
  readonly covered: 'named' | 'related' | 'no';
  /** Ids of the tasks that name it, or else of those that are related. */
  readonly tasks: readonly string[];
  /** The weaknesses that the related tasks name, or why there is no task. Empty where it is named. */
  readonly note: string;
};

export type Coverage = {
  readonly rows: readonly CoverageRow[];
  readonly families: readonly { readonly family: string; readonly tasks: number; readonly byLanguage: Counts }[];
  /** Each task once. */
  readonly total: { readonly tasks: number; readonly pairs: number; readonly cwes: number; readonly byLanguage: Counts };
  readonly top25: readonly Top25Row[];
};

/** Which weaknesses tasks cover, in which languages, and what of MITRE's lists they leave out. */
export const coverageOf = (tasks: readonly Task[]): Coverage => {
  const cwes = [...new Set(tasks.flatMap((task) => task.cwes))].sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  const order = [...weaknessFamilies.map(({ id }) => id), 'other', 'no weakness'];
  const rows = cwes.map((cwe): CoverageRow => {
    const about = tasks.filter((task) => task.cwes.includes(cwe));
    return { family: familyOfCwe(cwe), cwe, tasks: about.length, byLanguage: countsOf(about) };
  });
  return {
    rows: rows.toSorted((a, b) => order.indexOf(a.family) - order.indexOf(b.family)),
    families: order.flatMap((family) => {
      const about = tasks.filter((task) => familyOfTask(task.cwes) === family);
      return about.length === 0 ? [] : [{ family, tasks: about.length, byLanguage: countsOf(about) }];
    }),
    total: {
      tasks: tasks.length,
      pairs: tasks.reduce((sum, task) => sum + task.languages.length, 0),
      cwes: cwes.length,
      byLanguage: countsOf(tasks),
    },
    top25: top25Rows(tasks),
  };
};

const countsOf = (tasks: readonly Task[]): Counts =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const count = tasks.filter((task) => task.languages.some((each) => each.language === language)).length;
      return count === 0 ? [] : [[language, count]];
    }),
  );

/** All entries of all lists, the latest list's ranks first. */
const top25Rows = (tasks: readonly Task[]): readonly Top25Row[] => {
  const newestFirst = top25Lists.toSorted((a, b) => b.year - a.year);
  const all = [...new Set(newestFirst.flatMap(({ ranks }) => ranks))];
  return all.map((cwe) => ({
    cwe,
    title: top25Titles.get(cwe) ?? '',
    ranks: Object.fromEntries(
      top25Lists.flatMap(({ year, ranks }) => (ranks.includes(cwe) ? [[year, ranks.indexOf(cwe) + 1] as const] : [])),
    ),
    ...coverOf(cwe, tasks),
  }));
};

const coverOf = (cwe: CweId, tasks: readonly Task[]): Pick<Top25Row, 'covered' | 'tasks' | 'note'> => {
  const named = tasks.filter((task) => task.cwes.includes(cwe));
  if (named.length > 0) return { covered: 'named', tasks: named.map(({ id }) => id), note: '' };
  const near = tasks.filter((task) => task.cwes.some((each) => related(each, [cwe])));
  if (near.length === 0) return { covered: 'no', tasks: [], note: whyNotCovered.get(cwe) ?? 'no task yet' };
  const by = [...new Set(near.flatMap((task) => task.cwes.filter((each) => related(each, [cwe]))))];
  return { covered: 'related', tasks: near.map(({ id }) => id), note: `by its relatives ${by.join(', ')}` };
};
