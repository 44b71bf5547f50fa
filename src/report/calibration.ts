import { languages as allLanguages, type Calibration } from '../core/index.ts';
import type { CalibrationSummary, HardRow, JudgeCalibration, OracleAccuracy, RuleAccuracy } from '../metrics/calibration/index.ts';
import type { Share } from '../metrics/measurement.ts';
import { oneLine, padEnd, padStart, shorten, wrap } from './text.ts';

export type CalibrationView = {
  readonly calibration: Calibration;
  readonly summary: CalibrationSummary;
  /** Rows for each weakness too. */
  readonly byCwe: boolean;
  /** Columns; at least 60 are used. */
  readonly width: number;
};

const whole = (share: number): string => (share * 100).toFixed(0);

/** `61% [52-69] 72/118`; a share short of 0 or 1 is not rounded onto it. */
export const shareText = ({ value, interval, of }: Share): string => {
  if (value === undefined) return '-';
  const rounded = whole(value);
  const shown = (rounded === '100' && value < 1) || (rounded === '0' && value > 0) ? (value * 100).toFixed(1) : rounded;
  const range = interval === undefined ? '' : ` [${whole(interval.low)}-${whole(interval.high)}]`;
  return `${shown}%${range} ${Math.round(value * of)}/${of}`;
};

const unknownText = ({ value }: Share): string => (value === undefined ? '-' : `${whole(value)}%`);

type Columns = { readonly name: number; readonly share: number };

const columnsOf = (width: number): Columns => {
  const share = 22;
  return { name: Math.max(16, Math.max(60, width) - 2 * share - 5), share };
};

const line = (name: string, cells: readonly [string, string, string], { name: nameWidth, share }: Columns): string =>
  `${padEnd(shorten(name, nameWidth - 1), nameWidth)}${padStart(cells[0], share)}${padStart(cells[1], share)}${padStart(cells[2], 5)}`;

const head = (title: string, columns: Columns): readonly string[] => [
  line(title, ['sensitivity', 'specificity', '?'], columns),
  '-'.repeat(columns.name + 2 * columns.share + 5),
];

const accuracyLine = (name: string, { sensitivity, specificity, unknown }: OracleAccuracy['accuracy'], columns: Columns): string =>
  line(name, [shareText(sensitivity), shareText(specificity), unknownText(unknown)], columns);

const oracleLines = ({ oracles, byCwe }: CalibrationSummary, withCwe: boolean, columns: Columns): readonly string[] => {
  const languages = allLanguages.filter((language) => oracles.some((row) => row.language === language));
  const blocks = [...languages, undefined].flatMap((language) => {
    const own = oracles.filter((row) => row.language === language);
    return [
      ...(own.length === 0 ? [] : ['', language === undefined ? 'all languages' : language]),
      ...own.flatMap((row) => [
        accuracyLine(`  ${oneLine(row.oracle)}`, row.accuracy, columns),
        ...(withCwe
          ? byCwe
              .filter((each) => each.oracle === row.oracle && each.language === language)
              .map((each) => accuracyLine(`    ${each.cwe ?? ''}`, each.accuracy, columns))
          : []),
      ]),
    ];
  });
  return [...head('oracle', columns), ...blocks.slice(1)];
};

const ruleLines = (title: string, rows: readonly RuleAccuracy[], columns: Columns): readonly string[] =>
  rows.length === 0 ? [] : ['', ...head(title, columns), ...rows.map(({ rule, accuracy }) => accuracyLine(`  ${rule}`, accuracy, columns))];

const ruleWidth = 6;

const hardLines = (rows: readonly HardRow[], how: string, width: number): readonly string[] => {
  const [first] = rows;
  if (first === undefined) return [];
  const nameWidth = Math.max(16, Math.max(60, width) - (first.rules.length + 3) * ruleWidth);
  const cells = (name: string, samples: string, all: readonly string[]): string =>
    `${padEnd(shorten(name, nameWidth - 1), nameWidth)}${padStart(samples, 2 * ruleWidth - 3)}${padStart(all[0] ?? '', ruleWidth + 3)}${all
      .slice(1)
      .map((cell) => padStart(cell, ruleWidth))
      .join('')}`;
  const share = (right: number, of: number): string => `${whole(right / of)}%`;
  const legend = first.rules.map(({ rule }, at) => `${at + 1} ${rule}`).join(', ');
  return [
    '',
    ...wrap(
      `Evasive and suspicious witnesses alone, made to deceive analyzers: share that each oracle got right, and that each rule got right of the same samples, ${how}. Undecided is not right. Rules: ${legend}.`,
      width,
    ),
    cells('oracle', 'samples', ['alone', ...first.rules.map((_, at) => `(${at + 1})`)]),
    '-'.repeat(nameWidth + (first.rules.length + 3) * ruleWidth),
    ...rows.map(({ name, of, right, rules }) =>
      cells(`  ${oneLine(name)}`, String(of), [share(right, of), ...rules.map((each) => share(each.right, of))]),
    ),
  ];
};

const number = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));

const judgeLines = (judge: JudgeCalibration, width: number): readonly string[] => {
  const { raw, corrected, reliability, falseTrust, retest } = judge;
  const quality = (name: string, one: JudgeCalibration['raw']): string =>
    `  ${padEnd(name, 13)}${padStart(number(one.ece), 7)}${padStart(number(one.brier?.score), 8)}${padStart(number(one.brier?.reliability), 13)}${padStart(number(one.brier?.resolution), 12)}${padStart(number(one.brier?.uncertainty), 13)}`;
  const steady =
    retest === undefined
      ? 'Asked once only: how often it contradicts itself is not known.'
      : `Asked again of ${retest.samples} samples it contradicted itself on ${retest.flipped} (flip rate ${whole(retest.flipRate)}%, Fleiss kappa ${retest.kappa === undefined ? '-' : retest.kappa.toFixed(2)}).`;
  const trust =
    falseTrust === undefined
      ? 'It calls nothing secure with 90 % confidence.'
      : `Of ${falseTrust.of} samples that it calls secure with 90 % confidence, ${whole(falseTrust.value)}% are insecure.`;
  return [
    '',
    ...wrap(`${oneLine(judge.oracle)}: probabilities on ${judge.samples} samples of ${judge.tasks} tasks`, width),
    ...(judge.samples === 0
      ? []
      : [
          `  ${padEnd('', 13)}${padStart('ECE', 7)}${padStart('Brier', 8)}${padStart('reliability', 13)}${padStart('resolution', 12)}${padStart('uncertainty', 13)}`,
          quality('as stated', raw),
          ...corrected.map(({ by, ...one }) => quality(by, one)),
          '  said -> happened (samples):',
          ...wrap(reliability.map((bin) => `${whole(bin.meanForecast)}->${whole(bin.observed)}% (${bin.count})`).join(', '), width - 2).map(
            (text) => `  ${text}`,
          ),
          ...wrap(trust, width - 2).map((text) => `  ${text}`),
        ]),
    ...wrap(steady, width - 2).map((text) => `  ${text}`),
  ];
};

const introduction = ({ calibration, summary, width }: CalibrationView): readonly string[] => {
  const { samples, source, suites } = calibration;
  const insecure = samples.filter(({ truth }) => truth === 'insecure').length;
  const tasks = new Set(samples.map(({ task }) => task)).size;
  const where = suites.map(({ id }) => oneLine(id)).join(', ');
  const what = source === 'witnesses' ? `witnesses of ${where}` : `labelled samples (${where})`;
  return [
    `Calibration on ${samples.length} ${what}: ${insecure} insecure, ${samples.length - insecure} secure, of ${tasks} tasks.`,
    'Sensitivity: share of the insecure that is convicted; specificity: share of the secure that is acquitted; in brackets the 95 % interval (Wilson). ?: undecided, in neither.',
    ...(summary.byConstruction.length > 0
      ? [
          `${summary.byConstruction.join(', ')}: right by construction, since \`fathom tasks check\` accepts a task only where its exploits tell its witnesses apart. A figure of 100% says nothing of other code.`,
        ]
      : []),
    ...(source === 'witnesses'
      ? [
          'Verdicts of oracles without a vote count here too: a vote is given where the secure and insecure witnesses are told apart, and rules hear votes alone.',
        ]
      : []),
  ].flatMap((text) => wrap(text, width));
};

/** A calibration for a terminal: oracles by language, fusion rules, samples made to deceive, judges. */
export const renderCalibration = (view: CalibrationView): string => {
  const { summary, width, byCwe } = view;
  const columns = columnsOf(width);
  return [
    ...introduction(view),
    '',
    ...oracleLines(summary, byCwe, columns),
    ...ruleLines('fusion rule', summary.rules, columns),
    ...ruleLines('without execution', summary.rulesUnexecuted, columns),
    ...hardLines(summary.hard, 'without execution', width),
    ...hardLines(summary.hardExecuted, 'with execution', width),
    ...summary.judges.flatMap((judge) => judgeLines(judge, width)),
  ].join('\n');
};

const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|');

/** The oracles and rules as Markdown tables, for documents. */
export const calibrationMarkdown = ({ summary }: Pick<CalibrationView, 'summary'>): string => {
  const table = (title: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
    `| ${title.join(' | ')} |`,
    `|${title.map((_, at) => (at < 2 ? ' --- ' : ' ---: ')).join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ];
  const shares = ({ sensitivity, specificity, unknown }: OracleAccuracy['accuracy']): readonly string[] => [
    shareText(sensitivity),
    shareText(specificity),
    unknownText(unknown),
  ];
  const rules = [
    ...summary.rules.map(({ rule, accuracy }) => [rule, 'all oracles', ...shares(accuracy)]),
    ...summary.rulesUnexecuted.map(({ rule, accuracy }) => [rule, 'without execution', ...shares(accuracy)]),
  ];
  const hardTable = (rows: readonly HardRow[], how: string): readonly string[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const cells = rows.map(({ name, of, right, rules: each }) => [
      name,
      `${of}, ${how}`,
      `${whole(right / of)}%`,
      ...each.map((one) => `${whole(one.right / of)}%`),
    ]);
    return ['', ...table(['oracle', 'evasive and suspicious', 'alone', ...first.rules.map(({ rule }) => rule)], cells)];
  };
  return [
    ...table(
      ['oracle', 'language', 'sensitivity', 'specificity', 'unknown'],
      summary.oracles.map(({ oracle, language, accuracy }) => [oracle, language ?? 'all', ...shares(accuracy)]),
    ),
    '',
    ...table(['fusion rule', 'votes', 'sensitivity', 'specificity', 'unknown'], rules),
    ...hardTable(summary.hard, 'without execution'),
    ...hardTable(summary.hardExecuted, 'with execution'),
    '',
  ].join('\n');
};
