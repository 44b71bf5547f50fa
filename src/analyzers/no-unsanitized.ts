import type { Analyzer } from './analyzer.ts';
import { noUnsanitizedControls } from './controls/javascript-controls.ts';
import { eslintAnalyzer } from './eslint/engine.ts';
import { noUnsanitizedRules } from './rules/no-unsanitized-rules.ts';

/** eslint-plugin-no-unsanitized: markup of a page in a browser. It finds nothing in a server that writes its pages as text. */
export const noUnsanitized = (): Analyzer =>
  eslintAnalyzer({
    id: 'no-unsanitized',
    summary: 'eslint-plugin-no-unsanitized for JavaScript and TypeScript in browsers, in process',
    packageName: 'eslint-plugin-no-unsanitized',
    table: noUnsanitizedRules,
    controls: noUnsanitizedControls,
    remedy: 'Run `npm ci`.',
  });
