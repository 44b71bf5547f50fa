import { createHash } from 'node:crypto';
import { messageOf } from '../../core/index.ts';
import type { Driver } from '../../drivers/driver.ts';
import type { LaunchRequest, Sandbox } from '../../sandboxes/sandbox.ts';
import { runCandidate } from '../dynamic/run-candidate.ts';
import { transcriptOf } from '../dynamic/transcript.ts';
import { claimedAttack } from './claimed-attack.ts';
import type { Trial, TrialResult, TryExploit } from './trial.ts';

export type SandboxTrials = {
  readonly sandbox: Sandbox;
  readonly drivers: readonly Driver[];
  /** Secrets and markers are drawn from it. It must never enter the box. */
  readonly seed: string;
};

const undecided = (detail: string, transcript = ''): TrialResult => ({ status: 'undecided', detail, transcript });

const launchOf = (driver: Driver, { task, language, code, files }: Trial): LaunchRequest => {
  const wording = task.languages.find((each) => each.language === language);
  const packages = wording?.packages ?? [];
  if (wording?.repository === undefined) return driver.launch(code, task.interface, packages);
  if (files === undefined || driver.launchRepository === undefined) throw new Error('a change of a repository can’t be loaded here');
  return driver.launchRepository({ files, entry: wording.repository.entry }, task.interface, packages);
};

const attempt = async ({ sandbox, drivers, seed }: SandboxTrials, trial: Trial, signal?: AbortSignal): Promise<TrialResult> => {
  const { task, language, code, exploit } = trial;
  const driver = drivers.find((each) => each.language === language);
  if (driver === undefined) return undecided(`there is no driver for ${language}`);
  const nameOf = (name: string): string => driver.functionName(name, task.interface);
  const run = await runCandidate(sandbox, {
    launch: launchOf(driver, trial),
    language,
    limits: task.limits,
    tests: { cases: [], exploits: [claimedAttack(trial, task, nameOf)] },
    nameOf,
    seed: createHash('sha256')
      .update(JSON.stringify([seed, 'claim', task.hash, language, code, exploit]))
      .digest('hex'),
    signal,
  });
  const transcript = transcriptOf(run, 'exploit');
  if (run.kind === 'sandbox') return undecided(run.message, transcript);
  if (run.kind === 'not-loaded') return undecided(`it did not load (${run.failure.kind})`, transcript);
  const [only] = run.exploits;
  if (only === undefined) return undecided('nothing was run', transcript);
  const { status, detail } = only.outcome;
  if (status === 'fail') return { status: 'harm', detail, transcript };
  return status === 'pass' ? { status: 'withstood', detail: 'it withstood', transcript } : undecided(detail, transcript);
};

/** Carries attacks out in a working sandbox, by the means of the dynamic oracle. */
export const sandboxTrials =
  (options: SandboxTrials): TryExploit =>
  async (trial, signal) => {
    try {
      return await attempt(options, trial, signal);
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      return undecided(messageOf(thrown));
    }
  };
