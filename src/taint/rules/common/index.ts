/** What is known of each language, whatever the weakness. */
import type { RuleGroup } from '../rule.ts';
import { c } from './c.ts';
import { go } from './go.ts';
import { guards } from './guards.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';
import { replacing } from './replacing.ts';

export const common: readonly RuleGroup[] = [guards, replacing, python, javascript, java, go, c].map((knowledge) => ({
  name: 'common',
  rules: [],
  ...knowledge,
}));
