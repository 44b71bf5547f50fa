import type { CweId, Language } from '../../core/index.ts';
import type { Ended, SanitizerReport } from '../../sandboxes/sandbox.ts';

/** Signals by which a program's own mistake ends it. SIGKILL, SIGXCPU and SIGTERM are the box's. */
const crashes: Readonly<Record<string, CweId>> = {
  SIGSEGV: 'CWE-119',
  SIGBUS: 'CWE-119',
  SIGFPE: 'CWE-369',
  SIGABRT: 'CWE-617',
  SIGILL: 'CWE-119',
  SIGTRAP: 'CWE-119',
};

/** Harm that the machine itself witnessed. */
export type Crash = { readonly what: string; readonly sanitizer?: SanitizerReport; readonly cwe?: CweId };

/** A sanitizer's report or a crash by signal, whichever way the interaction showed it. */
export const crashOf = (ended: Ended<unknown>): Crash | undefined => {
  if (ended.ended === 'died') {
    if (ended.sanitizer !== undefined)
      return { what: `${ended.sanitizer.sanitizer}: ${ended.sanitizer.summary}`, sanitizer: ended.sanitizer };
    return bySignal(ended.signal);
  }
  if (ended.ended !== 'answered' || typeof ended.value !== 'object' || ended.value === null) return undefined;
  // A command that a signal ended has answered as far as the box is concerned.
  return 'signal' in ended.value && 'stdout' in ended.value && typeof ended.value.signal === 'string'
    ? bySignal(ended.value.signal)
    : undefined;
};

const bySignal = (signal: string | undefined): Crash | undefined => {
  const cwe = signal === undefined ? undefined : crashes[signal];
  return cwe === undefined ? undefined : { what: `crashed by ${signal}`, cwe };
};

/**
 * Whether a crash under ordinary input counts as a weakness. In C and C++ it is memory or arithmetic gone wrong;
 * an interpreter that aborts under ordinary input (out of heap, say) merely doesn't work.
 */
export const crashesCountAnywhere = (language: Language): boolean => language === 'c' || language === 'cpp';
