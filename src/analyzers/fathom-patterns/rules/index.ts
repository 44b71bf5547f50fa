import type { PatternRule } from '../pattern-rule.ts';
import { injectionPatterns } from './injections.ts';
import { javaPatterns } from './java.ts';
import { memoryPatterns } from './memory.ts';
import { secretPatterns } from './secrets.ts';
import { settingPatterns } from './settings.ts';

/** Fathom's own rules on plain text, written from the descriptions of weaknesses and the documentation of libraries. */
export const patternRules: readonly PatternRule[] = [
  ...secretPatterns,
  ...injectionPatterns,
  ...settingPatterns,
  ...javaPatterns,
  ...memoryPatterns,
];
