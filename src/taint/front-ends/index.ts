/** Language to front end. */
import type { Language } from '../../core/index.ts';
import type { FrontEnd } from '../syntax/front-end.ts';
import { cRules } from './c/index.ts';
import { goRules } from './go/index.ts';
import { javaRules } from './java/index.ts';
import { javaScriptRules } from './javascript/index.ts';
import { createRuleFrontEnd, type Rules } from './lowering.ts';
import { pythonRules } from './python/index.ts';

export const frontEndRules: Readonly<Record<Language, Rules>> = {
  python: pythonRules,
  javascript: javaScriptRules,
  typescript: javaScriptRules,
  java: javaRules,
  go: goRules,
  c: cRules,
  cpp: cRules,
};

/** Keep it for a session: it remembers what it lowered, as long as the nodes of the trees live. */
export const createFrontEnd = (language: Language): FrontEnd => createRuleFrontEnd(language, frontEndRules[language]);
