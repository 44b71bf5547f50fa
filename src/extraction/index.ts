export { extract } from './extract.ts';
export type { Extracted, ExtractionRequest } from './extraction-request.ts';
export { isRefusal } from './refusal.ts';
