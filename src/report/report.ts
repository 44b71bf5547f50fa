import type { MeasuredEvaluation } from '../metrics/measurement.ts';

/** Texts that entries name by their hash. */
export type Blobs = { readonly [hash: string]: string };

export type ReportInput = { readonly measured: MeasuredEvaluation; readonly blobs: Blobs };

/** One format. Pure: the same input yields the same bytes; no clock, no colours of its own choosing. */
export interface ReportFormat {
  readonly id: string;
  readonly summary: string;
  readonly fileName: string;
  render(input: ReportInput): string;
}
