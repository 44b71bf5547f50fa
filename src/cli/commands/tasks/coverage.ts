import { coverageMarkdown, coverageOf } from '../../../compose.ts';
import { languages } from '../../../core/index.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { table } from '../../table.ts';
import type { TasksRequest } from './request.ts';

/** `fathom tasks coverage`: weaknesses × languages, and MITRE's lists. */
export const showCoverage = ({ console }: Context, { tasks, options }: TasksRequest): number => {
  const coverage = coverageOf(tasks);
  if (options.json === true) console.out(JSON.stringify(coverage, null, 2));
  else if (options.markdown === true) console.out(coverageMarkdown(coverage).trimEnd());
  else {
    const { rows, total, top25 } = coverage;
    const shown = languages.filter((language) => total.byLanguage[language] !== undefined);
    const counts = (each: { readonly tasks: number; readonly byLanguage: typeof total.byLanguage }): readonly string[] => [
      String(each.tasks),
      ...shown.map((language) => String(each.byLanguage[language] ?? '')),
    ];
    console.out(
      table(
        ['family', 'weakness', 'tasks', ...shown],
        [...rows.map((row) => [row.family, row.cwe, ...counts(row)]), ['all', `${total.cwes} weaknesses`, ...counts(total)]],
        console.width,
      ),
    );
    const years = [...new Set(top25.flatMap(({ ranks }) => Object.keys(ranks)))].toSorted();
    console.out(
      `\n${table(
        ['weakness', ...years, 'covered', 'by'],
        top25.map(({ cwe, ranks, covered, tasks: ids, note }) => [
          cwe,
          ...years.map((year) => String(ranks[Number(year)] ?? '')),
          covered,
          [note, ids.join(', ')].filter((part) => part !== '').join(': '),
        ]),
        console.width,
      )}`,
    );
  }
  return exitCodes.fine;
};
