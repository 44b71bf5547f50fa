import type { Language } from '../../core/index.ts';
import { c } from './c.ts';
import { cpp } from './cpp.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import type { LanguageProfile } from './language-profile.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

export type { LanguageProfile } from './language-profile.ts';

export const profiles: Readonly<Record<Language, LanguageProfile>> = {
  python,
  javascript,
  typescript,
  java,
  go,
  c,
  cpp,
};
