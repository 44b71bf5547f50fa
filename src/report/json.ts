import type { MeasuredEvaluation } from '../metrics/measurement.ts';
import type { ReportFormat } from './report.ts';

/** Version of report.json. Fields may be added within a version; nothing is renamed or removed. */
export const reportVersion = 1;

export const reportSchemaId = 'urn:fathom:schema:report:1';

export type JsonReport = { readonly $schema: typeof reportSchemaId; readonly reportVersion: typeof reportVersion } & MeasuredEvaluation;

/**
 * The whole measured run for programs. Schema: docs/schema/report.schema.json.
 * Codes, raw answers and transcripts stay in the run's blobs; samples name them by their SHA-256.
 * An absent `value` means that there was nothing to measure; it is never written as 0 or null.
 */
export const json = (): ReportFormat => ({
  id: 'json',
  summary: 'Everything that was measured, for programs; schema in docs/schema/report.schema.json',
  fileName: 'report.json',
  render: ({ measured }) => {
    const report: JsonReport = { $schema: reportSchemaId, reportVersion, ...measured };
    return `${JSON.stringify(report, undefined, 2)}\n`;
  },
});
