import { c } from './c.ts';
import type { LanguageProfile } from './language-profile.ts';

export const go: LanguageProfile = { ...c, language: 'go', tags: ['go', 'golang'] };
