import type { Agreement } from '../../metrics/measurement.ts';
import { padEnd, padStart, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

/** Pairs that say nothing: no sample on which both decided. They are counted, not listed. */
const isEmpty = ({ counts }: Agreement): boolean =>
  counts.bothPass + counts.leftPassRightFail + counts.leftFailRightPass + counts.bothFail === 0;

const decimal = (value: number | undefined): string => (value === undefined ? 'n/a' : value.toFixed(2));

const cells = (texts: readonly string[], widths: readonly number[]): string =>
  texts.map((text, column) => padStart(text, widths[column] ?? 0)).join('');

const numbers = [6, 6, 6, 6, 7, 7, 7];

const row = (one: Agreement, nameWidth: number, style: Style): readonly string[] => {
  const { counts } = one;
  const percent = one.percent === undefined ? 'n/a' : `${(one.percent * 100).toFixed(0)}%`;
  const counted = [counts.bothPass, counts.leftPassRightFail, counts.leftFailRightPass, counts.bothFail].map(String);
  const name = (text: string): string => shorten(style.clean(text), nameWidth - 4);
  return [
    `  ${padEnd(name(one.left), nameWidth)}${cells([...counted, percent, decimal(one.kappa), decimal(one.mcc)], numbers)}`,
    style.paint('faint', `    ${name(one.right)}${one.notComparable > 0 ? ` (? ${one.notComparable})` : ''}`),
  ];
};

/**
 * Each pair of oracles on the samples that both decided: the 2×2 counts first, since kappa alone misleads where one outcome is rare.
 * `?` counts the samples that at least one of the two left open.
 */
export const agreementLines = (agreement: readonly Agreement[], style: Style): readonly string[] => {
  const shown = agreement.filter((one) => !isEmpty(one));
  if (shown.length === 0) return [];
  const nameWidth = style.width - 2 - numbers.reduce((sum, width) => sum + width, 0);
  const lines: string[] = [];
  for (const axis of ['functional', 'secure'] as const) {
    const pairs = shown.filter((one) => one.axis === axis);
    if (pairs.length === 0) continue;
    const head = ['++', '+-', '-+', '--', 'same', 'kappa', 'MCC'];
    lines.push(
      `  ${padEnd(shorten(`${axis} axis`, nameWidth - 1), nameWidth)}${cells(head, numbers)}`,
      `  ${style.glyphs.rule.repeat(style.width - 2)}`,
    );
    lines.push(...pairs.flatMap((one) => row(one, nameWidth, style)));
  }
  const silent = agreement.length - shown.length;
  const legend = `++ both pass, +- the first passes and the second fails. ?: samples that one of them left open.${silent > 0 ? ` ${silent} pairs have no sample that both decided.` : ''}`;
  lines.push('', ...wrap(legend, style.width - 2).map((line) => `  ${line}`));
  return lines;
};
