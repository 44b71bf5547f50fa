import type { Analyzer } from './analyzer.ts';
import { eslintSecurityControls } from './controls/javascript-controls.ts';
import { eslintAnalyzer } from './eslint/engine.ts';
import { eslintSecurityRules } from './rules/eslint-security-rules.ts';

/** eslint-plugin-security, all its rules. */
export const eslintSecurity = (): Analyzer =>
  eslintAnalyzer({
    id: 'eslint-security',
    summary: 'eslint-plugin-security for JavaScript and TypeScript, in process',
    packageName: 'eslint-plugin-security',
    table: eslintSecurityRules,
    note: 'detect-object-injection as a hint',
    controls: eslintSecurityControls,
    parserOf: 'javascript',
    remedy: 'Run `npm ci`.',
  });
