import type { Language } from '../../core/index.ts';
import { c } from './c.ts';
import { javascript } from './javascript.ts';
import type { LanguageProfile } from './language-profile.ts';
import { python } from './python.ts';

export type { LanguageProfile } from './language-profile.ts';

export const profiles: Readonly<Record<Language, LanguageProfile>> = { python, javascript, c };
