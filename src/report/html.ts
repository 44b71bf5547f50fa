import { pageData } from './page-data.ts';
import type { ReportFormat } from './report.ts';

export type HtmlOptions = {
  /** The built page: dist/viewer/report.html. Holds `dataPlace` once. */
  readonly template: string;
  /** Text to base64 of its gzip. Without it the data is embedded as plain JSON. Must be deterministic. */
  readonly compress?: (text: string) => string;
};

/** Where the data goes in the template. */
export const dataPlace = '<!--fathom:data-->';

/**
 * JSON that an HTML parser cannot mistake for markup and an old script parser not for a line end:
 * `</script>`, `<!--` and U+2028 never appear.
 */
export const embeddable = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

const block = (id: string, value: unknown, compress: HtmlOptions['compress']): string =>
  compress === undefined
    ? `<script type="application/json" id="${id}">${embeddable(value)}</script>`
    : `<script type="application/gzip+base64" id="${id}">${compress(JSON.stringify(value))}</script>`;

/**
 * One file that opens from disk and asks the network for nothing: the page with the run inside.
 * Throws where the template has no place for the data: a page without data would look like a run without samples.
 */
export const html = ({ template, compress }: HtmlOptions): ReportFormat => ({
  id: 'html',
  summary: 'One self-contained page: iceberg, systems, weaknesses, oracles, and every sample with its verdicts',
  fileName: 'report.html',
  render: (input) => {
    const [head, tail, ...more] = template.split(dataPlace);
    if (head === undefined || tail === undefined || more.length > 0) {
      throw new Error(`The page template must hold "${dataPlace}" exactly once. Build it with \`node scripts/build-viewer.mjs\`.`);
    }
    const { index, texts } = pageData(input);
    const blocks = [
      block('fathom-index', index, compress),
      ...texts.map((chunk, number) => block(`fathom-texts-${number}`, chunk, compress)),
    ];
    return `${head}${blocks.join('\n')}${tail}`;
  },
});
