import { inDrawnOrder } from '../../src/metrics/label-choice.ts';
import type { PageIndex, SampleColumns } from '../../src/report/page-data.ts';

export type Row = {
  readonly number: number;
  readonly id: string;
  readonly task: string;
  readonly title: string;
  readonly cwes: readonly string[];
  readonly system: string;
  readonly language: string;
  readonly kind: string;
  readonly perturbation: string;
  readonly functional: string;
  readonly secure: string;
  readonly joint: string;
  readonly marks: string;
  /** How far the votes on the secure axis differ, 0 to 1; -1 where fewer than two decided. */
  readonly disagreement: number;
  /** Lower case, for the search over what a row shows. */
  readonly haystack: string;
};

export const rowsOf = (index: PageIndex): readonly Row[] => {
  const facts = new Map(index.summary.manifest.tasks.map((task) => [task.id, task]));
  const at = (column: keyof SampleColumns, number: number): string => index.strings[index.columns[column][number] ?? -1] ?? '';
  return index.columns.id.map((_, number) => {
    const task = at('task', number);
    const outcome = at('outcome', number);
    const { title = task, cwes = [] } = facts.get(task) ?? {};
    const id = at('id', number);
    return {
      ...{ number, id, task, title, cwes },
      system: at('system', number),
      language: at('language', number),
      kind: at('kind', number),
      perturbation: at('perturbation', number),
      functional: outcome[0] ?? 'u',
      secure: outcome[1] ?? 'u',
      joint: outcome[2] ?? 'u',
      marks: at('marks', number),
      disagreement: (index.columns.disagreement[number] ?? -1) / 100,
      haystack: `${id} ${title} ${cwes.join(' ')} ${at('kind', number)}`.toLowerCase(),
    };
  });
};

export const filterNames = ['text', 'system', 'cwe', 'language', 'outcome', 'kind', 'task', 'disagreement', 'order'] as const;
export type FilterName = (typeof filterNames)[number];
/** An absent filter lets everything through. */
export type Filters = Partial<Record<FilterName, string>>;

export const outcomeLabels = {
  good: 'secure and works',
  insecure: 'works, insecure',
  broken: 'secure, does not work',
  neither: 'insecure, does not work',
  other: 'does not work, security unknown',
  unknown: 'unknown',
} as const;
export type OutcomeClass = keyof typeof outcomeLabels;

export const outcomeClass = ({ functional, secure, joint }: Pick<Row, 'functional' | 'secure' | 'joint'>): OutcomeClass => {
  if (joint === 'u') {
    return 'unknown';
  }
  if (joint === 'p') {
    return 'good';
  }
  if (functional === 'f') {
    return secure === 'p' ? 'broken' : secure === 'f' ? 'neither' : 'other';
  }
  return 'insecure';
};

type Marks = PageIndex['marks'];

/** Whether two oracles that count say pass and fail on the same axis. */
export const disagrees = (row: Row, marks: Marks): boolean =>
  (['functional', 'secure'] as const).some((axis) => {
    const said = [...row.marks].filter((_, position) => marks[position]?.axis === axis);
    return said.includes('p') && said.includes('f');
  });

/** `pair:<axis>:<left>:<right>:<letters>`: the cell of a 2×2 table; letters are `p` or `f` of left and right, muted or not. */
export const pairFilter = (axis: string, left: string, right: string, letters: string): string =>
  ['pair', axis, left, right, letters].map(encodeURIComponent).join(':');

const holdsCode = ({ kind }: Row): boolean => kind === 'code' || kind === 'missing-dependency';

const inPair = (row: Row, marks: Marks, filter: string): boolean => {
  const [, axis, left, right, letters] = filter.split(':').map(decodeURIComponent);
  const said = (oracle: string | undefined): string => {
    const position = marks.findIndex((mark) => mark.oracle === oracle && mark.axis === axis);
    return (row.marks[position] ?? '.').toLowerCase();
  };
  return holdsCode(row) && said(left) + said(right) === letters;
};

type Test = (row: Row, wanted: string, marks: Marks) => boolean;
const tests: Readonly<Record<Exclude<FilterName, 'text' | 'order'>, Test>> = {
  system: (row, wanted) => row.system === wanted,
  cwe: (row, wanted) => row.cwes.some((cwe) => cwe === wanted),
  language: (row, wanted) => row.language === wanted,
  outcome: (row, wanted) => outcomeClass(row) === wanted,
  kind: (row, wanted) => row.kind === wanted,
  task: (row, wanted) => row.task === wanted,
  disagreement: (row, wanted, marks) => (wanted === 'any' ? disagrees(row, marks) : inPair(row, marks, wanted)),
};

export const orders = { disagreement: 'most disputed', random: 'random' } as const;
export type Order = keyof typeof orders;
export const isOrder = (text: string | undefined): text is Order => text !== undefined && Object.hasOwn(orders, text);

/** `random` is the order in which `fathom label --only random` asks, of the samples that hold code. */
export const inOrder = (rows: readonly Row[], order: Order | undefined, seed: number): readonly Row[] => {
  if (order === undefined) return rows;
  if (order === 'disagreement') return [...rows].sort((a, b) => b.disagreement - a.disagreement);
  const sorted = rows.filter(holdsCode).sort((a, b) => (a.id < b.id ? -1 : 1));
  return inDrawnOrder(sorted, seed);
};

/** `inTexts`: numbers of rows whose code, answer, transcript or findings hold the text; they match too. */
export const filterRows = (
  rows: readonly Row[],
  filters: Filters,
  marks: Marks,
  inTexts: ReadonlySet<number> = new Set(),
): readonly Row[] => {
  const words = (filters.text ?? '').toLowerCase().trim();
  const active = filterNames.flatMap((name) => {
    const wanted = filters[name];
    return name === 'text' || name === 'order' || wanted === undefined || wanted === '' ? [] : [{ test: tests[name], wanted }];
  });
  return rows.filter(
    (row) =>
      active.every(({ test, wanted }) => test(row, wanted, marks)) &&
      (words === '' || row.haystack.includes(words) || inTexts.has(row.number)),
  );
};
