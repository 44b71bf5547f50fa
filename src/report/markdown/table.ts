import type { Measurement } from '../../metrics/measurement.ts';
import { denominatorText, excludedText, intervalText, valueText } from '../figures.ts';
import { oneLine } from '../text.ts';

/** Foreign text as plain text on one line of Markdown: no markup, no HTML, no table cell of its own. */
export const plain = (text: string): string =>
  oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>]/g, (char) => `\\${char}`);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  row(head.map((_, index) => (index === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

/** A measurement in a cell: value, interval, denominator, what was left out. */
export const figure = (measurement: Measurement): string => {
  const excluded = excludedText(measurement);
  return `${valueText(measurement)} ${measurement.value === undefined ? '' : `${intervalText(measurement.interval)} `}(${denominatorText(measurement)}${excluded === '' ? '' : `; left out: ${plain(excluded)}`})`;
};
