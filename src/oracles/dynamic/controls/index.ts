import type { ControlResult, Language, Sample, Verdict } from '../../../core/index.ts';
import { c } from './c.ts';
import type { Control } from './control.ts';
import { cpp } from './cpp.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

export const controls: Readonly<Record<Language, Control>> = { python, javascript, typescript, java, go, c, cpp };

/** The programs as samples; language and code are put in. */
export const controlSample: Sample = {
  id: 'control',
  taskId: 'control',
  language: 'python',
  style: 'instruction',
  perturbation: 'none',
  system: 'control',
  index: 0,
  kind: 'code',
  code: '',
  promptLines: [],
  provenance: { method: 'given', start: 0, end: 0, fences: 0, steps: [] },
};

/** What the three programs' verdicts say of an oracle; `good` is its verdict on the good one. */
export const controlResult = (language: Language, knownBadFound: boolean, knownGoodClean: boolean, good: Verdict): ControlResult => ({
  language,
  knownBadFound,
  knownGoodClean,
  ...(knownBadFound && knownGoodClean ? {} : { detail: `the control programs got the wrong verdict${reasonIn(good)}` }),
});

/** Why the good program did not pass: most often that the language's tools are not here. */
const reasonIn = (good: Verdict): string => {
  if (good.status === 'pass') return '';
  return `: ${good.status === 'unknown' ? good.detail : good.findings[0].message}`;
};
