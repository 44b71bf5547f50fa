import { type Language, languageFacts, languages } from '../../core/index.ts';
import type { Coverage, Top25Row } from './coverage.ts';
import { top25Lists } from './top-25.ts';

type Counts = Coverage['total']['byLanguage'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const heading = (cells: readonly string[]): readonly string[] => [row(cells), `|${cells.map(() => '---|').join('')}`];

const countCells = (counts: Counts, shown: readonly Language[]): readonly string[] =>
  shown.map((language) => String(counts[language] ?? ''));

const years = top25Lists.map(({ year }) => year);

const top25Line = ({ cwe, title, ranks, covered, tasks, note }: Top25Row): string => {
  const said = covered === 'named' ? tasks.join(', ') : covered === 'related' ? `${note}: ${tasks.join(', ')}` : `**no**: ${note}`;
  return row([cwe, title, ...years.map((year) => String(ranks[year] ?? '')), said]);
};

/** The coverage as a page in Markdown. The same tasks give the same text. */
export const coverageMarkdown = ({ rows, families, total, top25 }: Coverage): string => {
  const shown = languages.filter((language) => total.byLanguage[language] !== undefined);
  const titles = shown.map((language) => languageFacts[language].title);
  const lines = [
    `${total.tasks} tasks, ${total.pairs} pairs of task and language, ${total.cwes} weaknesses.`,
    '',
    '## By weakness',
    '',
    'How many tasks name the weakness, in which languages. A task with several weaknesses stands in each of their rows; the totals count it once.',
    '',
    ...heading(['family', 'weakness', 'tasks', ...titles]),
    ...rows.map((each) => row([each.family, each.cwe, String(each.tasks), ...countCells(each.byLanguage, shown)])),
    row(['**all**', '', `**${total.tasks}**`, ...countCells(total.byLanguage, shown).map((count) => `**${count}**`)]),
    '',
    '## By family',
    '',
    'A task belongs to the family of the first weakness that it names.',
    '',
    ...heading(['family', 'tasks', ...titles]),
    ...families.map((each) => row([each.family, String(each.tasks), ...countCells(each.byLanguage, shown)])),
    '',
    "## MITRE's most dangerous weaknesses",
    '',
    ...years.map((year) => top25Summary(year, top25)),
    '',
    ...heading(['weakness', 'title', ...years.map((year) => `rank ${year}`), 'covered']),
    ...top25.map(top25Line),
  ];
  return `${lines.join('\n')}\n`;
};

const top25Summary = (year: number, all: readonly Top25Row[]): string => {
  const listed = all.filter(({ ranks }) => ranks[year] !== undefined);
  const count = (covered: Top25Row['covered']): number => listed.filter((each) => each.covered === covered).length;
  return `- ${year}: ${count('named')} of ${listed.length} are named by a task, ${count('related')} more are covered by a relative, ${count('no')} are not covered.`;
};
