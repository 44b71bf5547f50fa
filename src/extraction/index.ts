export { extract } from './extract.ts';
export type { Extracted, ExtractionRequest } from './extraction-request.ts';
export { changedPaths } from './patches/apply-answer.ts';
export { type ShownFile, shownFiles } from './patches/shown-lines.ts';
export { isRefusal } from './refusal.ts';
