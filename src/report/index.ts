export { type CalibrationView, calibrationMarkdown, renderCalibration } from './calibration.ts';
export { type HtmlOptions, html } from './html.ts';
export { type JsonReport, json, reportVersion } from './json.ts';
export { junit } from './junit.ts';
export { markdown } from './markdown.ts';
export type { Blobs, ReportFormat, ReportInput } from './report.ts';
export { type RenderSampleOptions, renderSample } from './sample.ts';
export { sarif } from './sarif.ts';
export { type Palette, renderTerminal, type TerminalOptions } from './terminal.ts';
