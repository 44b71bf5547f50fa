import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserError } from '../core/index.ts';
import type { MeasuredEvaluation } from '../metrics/index.ts';
import { html, json, junit, markdown, type ReportFormat, renderTerminal, sarif, type TerminalOptions } from '../report/index.ts';
import { named } from '../schemas/named.ts';
import { packageRoot } from './installation.ts';

/** A report format; `needsBlobs` where it shows code and transcripts. */
export type NamedFormat = { readonly format: ReportFormat; readonly needsBlobs: boolean };

const page = (): ReportFormat => {
  const path = join(packageRoot, 'dist', 'viewer', 'report.html');
  if (!existsSync(path))
    throw new UserError(
      'page-missing',
      `The report page is not built: ${path} is missing. Run \`npm run build\`, or leave html out of --reports.`,
    );
  return html({ template: readFileSync(path, 'utf8'), compress: (text) => gzipSync(text).toString('base64') });
};

export const plainFormats: readonly ReportFormat[] = [json(), markdown(), sarif(), junit()];
export const pageFormat: Pick<ReportFormat, 'id' | 'summary'> = html({ template: '' });

/** Report formats by name. Throws a UserError for a name that nobody knows. */
export const reportFormatsOf = async (names: readonly string[]): Promise<readonly NamedFormat[]> =>
  names.map((name) => {
    const { id } = named('report format', [pageFormat, ...plainFormats], name);
    const plain = plainFormats.find((format) => format.id === id);
    return plain === undefined ? { format: page(), needsBlobs: true } : { format: plain, needsBlobs: false };
  });

export const terminalReport = (measured: MeasuredEvaluation, options: TerminalOptions): string => renderTerminal(measured, options);
