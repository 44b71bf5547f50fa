import { c } from './c.ts';
import type { LanguageProfile } from './language-profile.ts';

export const java: LanguageProfile = { ...c, language: 'java', tags: ['java'] };
