import { c } from './c.ts';
import type { LanguageProfile } from './language-profile.ts';

export const cpp: LanguageProfile = { ...c, language: 'cpp', tags: ['cpp', 'c++', 'cc', 'cxx', 'hpp', 'c++17', 'c++20', 'c', 'h'] };
