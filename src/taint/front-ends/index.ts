/** Language to front end. */
import type { Language } from '../../core/index.ts';
import type { FrontEnd } from '../syntax/front-end.ts';
import { javaScriptRules } from './javascript/index.ts';
import { createRuleFrontEnd, type Rules } from './lowering.ts';
import { pythonRules } from './python/index.ts';

const nothing: Rules = { expressions: {}, statements: {}, targets: {}, parts: [], dropped: [] };

export const frontEndRules: Readonly<Record<Language, Rules>> = {
  python: pythonRules,
  javascript: javaScriptRules,
  typescript: javaScriptRules,
  java: nothing,
  go: nothing,
  c: nothing,
  cpp: nothing,
};

/** Keep it for a session: it remembers what it lowered, as long as the nodes of the trees live. */
export const createFrontEnd = (language: Language): FrontEnd => createRuleFrontEnd(language, frontEndRules[language]);
