import type { Agreement, OverallAgreement } from '../../metrics/measurement.ts';
import { alphaScope, alphaText, signedNumber } from '../figures.ts';
import { padEnd, padStart, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

/** Pairs that say nothing: no sample on which both decided. They are counted, not listed. */
const isEmpty = ({ counts }: Agreement): boolean =>
  counts.bothPass + counts.leftPassRightFail + counts.leftFailRightPass + counts.bothFail === 0;

const decimal = (value: number | undefined): string => (value === undefined ? 'n/a' : value.toFixed(2));

const cells = (texts: readonly string[], widths: readonly number[]): string =>
  texts.map((text, column) => padStart(text, widths[column] ?? 0)).join('');

const numbers = [6, 6, 6, 6, 7, 7, 7];
const numbersWidth = numbers.reduce((sum, width) => sum + width, 0);

const row = (one: Agreement, nameWidth: number, style: Style): readonly string[] => {
  const { counts } = one;
  const percent = one.percent === undefined ? 'n/a' : `${(one.percent * 100).toFixed(0)}%`;
  const counted = [counts.bothPass, counts.leftPassRightFail, counts.leftFailRightPass, counts.bothFail].map(String);
  const name = (text: string): string => shorten(style.clean(text), nameWidth - 4);
  const open = one.notComparable > 0 ? ` (? ${one.notComparable})` : '';
  const right = `${shorten(style.clean(one.right), nameWidth - 3 - open.length)}${open}`;
  const shape = `PI ${signedNumber(one.prevalence)} BI ${signedNumber(one.bias)} AC1 ${decimal(one.ac1)} max ${decimal(one.largestKappa)}`;
  return [
    `  ${padEnd(name(one.left), nameWidth)}${cells([...counted, percent, decimal(one.kappa), decimal(one.mcc)], numbers)}`,
    style.paint('faint', `    ${padEnd(right, nameWidth - 2)}${padStart(shape, numbersWidth)}`),
  ];
};

const alphaLines = (overall: readonly OverallAgreement[], axis: Agreement['axis'], style: Style): readonly string[] =>
  overall
    .filter((one) => one.axis === axis)
    .flatMap((one) => {
      const text = `alpha ${alphaText(one)} over ${alphaScope(one)}: ${one.samples} samples of ${one.tasks} tasks that at least two decided, ${one.unknown} unknown verdicts`;
      return wrap(text, style.width - 4).map((line, at) => `  ${at === 0 ? '' : '  '}${line}`);
    });

/** More pairs than this are for the other reports. */
const mostPairs = 12;

const differing = ({ counts }: Agreement): number => counts.leftPassRightFail + counts.leftFailRightPass;

/** In their order, the pairs that differ on most samples. */
const mostDiffering = (pairs: readonly Agreement[]): readonly Agreement[] => {
  const chosen = new Set([...pairs].sort((left, right) => differing(right) - differing(left)).slice(0, mostPairs));
  return pairs.filter((one) => chosen.has(one));
};

const axisLines = (
  axis: Agreement['axis'],
  shown: readonly Agreement[],
  overall: readonly OverallAgreement[],
  style: Style,
): readonly string[] => {
  const pairs = shown.filter((one) => one.axis === axis);
  if (pairs.length === 0) return [];
  const nameWidth = style.width - 2 - numbersWidth;
  const told = mostDiffering(pairs);
  const left = pairs.length - told.length;
  return [
    `  ${padEnd(shorten(`${axis} axis`, nameWidth - 1), nameWidth)}${cells(['++', '+-', '-+', '--', 'same', 'kappa', 'MCC'], numbers)}`,
    `  ${style.glyphs.rule.repeat(style.width - 2)}`,
    ...told.flatMap((one) => row(one, nameWidth, style)),
    ...(left > 0 ? [style.paint('faint', `  ${left} pairs that differ on fewer samples are in the other reports`)] : []),
    ...alphaLines(overall, axis, style),
  ];
};

/**
 * Each pair of oracles on the samples that both decided: the 2×2 counts first, since kappa alone misleads where one outcome is rare.
 * `?` counts the samples that at least one of the two left open.
 */
export const agreementLines = (agreement: readonly Agreement[], overall: readonly OverallAgreement[], style: Style): readonly string[] => {
  const shown = agreement.filter((one) => !isEmpty(one));
  if (shown.length === 0) return [];
  const silent = agreement.length - shown.length;
  const legend = [
    '++ both pass, +- the first passes and the second fails. ?: samples that one of them left open.',
    'PI: how much more often both pass than both fail; BI: how much more often the first passes; max: the largest kappa with such shares of passes.',
    ...(silent > 0 ? [`${silent} pairs have no sample that both decided.`] : []),
  ].join(' ');
  return [
    ...(['functional', 'secure'] as const).flatMap((axis) => axisLines(axis, shown, overall, style)),
    '',
    ...wrap(legend, style.width - 2).map((line) => `  ${line}`),
  ];
};
