/** Language to front end. */
import type { Language } from '../../core/index.ts';
import type { FrontEnd } from '../syntax/front-end.ts';
import { createRuleFrontEnd, type Rules } from './lowering.ts';
import { pythonRules } from './python/index.ts';

/** By language; partial while front ends are added. */
export const frontEndRules: Partial<Readonly<Record<Language, Rules>>> = { python: pythonRules };

/** Undefined for a language without one. Keep it for a session: it remembers what it lowered, as long as the trees' nodes live. */
export const createFrontEnd = (language: Language): FrontEnd | undefined => {
  const rules = frontEndRules[language];
  return rules && createRuleFrontEnd(language, rules);
};
