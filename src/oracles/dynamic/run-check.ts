import { type Language, messageOf } from '../../core/index.ts';
import type { Exploit, FunctionalCase, Subject, World } from '../../datasets/testing.ts';
import type { Session } from '../../sandboxes/sandbox.ts';
import { ExpectationFailed, expectation, HarmDone } from './expectation.ts';
import { Observation, subjectOf, type TestEnd } from './observation.ts';
import { randomSource } from './random-source.ts';
import { worldOf } from './world.ts';

/** What runs: a functional case or an exploit. */
export type Runnable = { readonly kind: 'case'; readonly test: FunctionalCase } | { readonly kind: 'exploit'; readonly test: Exploit };

export type Setting = {
  readonly session: Session;
  readonly language: Language;
  readonly nameOf: (name: string) => string;
  /** Equal seeds plant equal secrets and draw equal inputs. */
  readonly seed: string;
  /** Wall time for the whole case: a guard against test code that never ends, far above what its interactions may take. */
  readonly guardMs: number;
};

export type Ran = { readonly observation: Observation; readonly end: TestEnd };

/** Runs one case or exploit against a loaded candidate. Never throws: whatever happens is in the answer. */
export const runCheck = async (runnable: Runnable, setting: Setting): Promise<Ran> => {
  const observation = new Observation();
  const { id } = runnable.test;
  const subject = subjectOf(setting.session, setting.language, observation, setting.nameOf);
  const world = worldOf(setting.session, observation, randomSource(`${setting.seed}/${id}`), id);
  const running = start(runnable, { subject, world, observation });
  return { observation, end: await guarded(running, setting.guardMs) };
};

type Stage = { readonly subject: Subject; readonly world: World; readonly observation: Observation };

const start = async (runnable: Runnable, { subject, world, observation }: Stage): Promise<TestEnd> => {
  try {
    if (runnable.kind === 'case') await runnable.test.run({ subject, world, expect: expectation });
    else await runnable.test.run({ subject, world, harm: (message, evidence) => observation.noteHarm(message, evidence) });
    return { kind: 'finished' };
  } catch (error) {
    if (error instanceof ExpectationFailed) return { kind: 'expectation', error };
    if (error instanceof HarmDone) return { kind: 'harm', error };
    return { kind: 'broken', message: messageOf(error) };
  }
};

const guarded = async (running: Promise<TestEnd>, guardMs: number): Promise<TestEnd> => {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<TestEnd>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'overdue', afterMs: guardMs }), guardMs);
  });
  try {
    return await Promise.race([running, overdue]);
  } finally {
    clearTimeout(timer);
  }
};
