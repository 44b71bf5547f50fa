import { javascript } from './javascript.ts';
import type { LanguageProfile } from './language-profile.ts';

export const typescript: LanguageProfile = { ...javascript, language: 'typescript' };
