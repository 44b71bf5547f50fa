import { createHash } from 'node:crypto';
import {
  type ControlResult,
  type CweId,
  type Language,
  languages,
  messageOf,
  type OracleFacts,
  type Sample,
  type Task,
  type Verdict,
  type Voice,
} from '../core/index.ts';
import type { TaskTests } from '../datasets/testing.ts';
import type { Driver } from '../drivers/driver.ts';
import type { Availability, LaunchRequest, Sandbox, SanitizerReport } from '../sandboxes/sandbox.ts';
import { AbsentPackages } from './dynamic/absent-package.ts';
import { controlResult, controlSample, controls } from './dynamic/controls/index.ts';
import { inParallel } from './dynamic/in-parallel.ts';
import { type CandidateRun, runCandidate } from './dynamic/run-candidate.ts';
import { transcriptOf } from './dynamic/transcript.ts';
import { exploitsOracle, functionalVerdict, secureVerdict, testsOracle, undecided, withoutCode } from './dynamic/verdicts.ts';
import type { Examination, Oracle } from './oracle.ts';

export type DynamicOptions = {
  readonly sandbox: Sandbox;
  readonly drivers: readonly Driver[];
  /** Undefined for an imported task that has none: then this oracle is silent, and what came with the samples may speak. */
  readonly loadTests: (task: Task) => Promise<TaskTests | undefined>;
  /** Hidden inputs and planted secrets are drawn from it. It must never enter the box. Any text; the same seed repeats a run. */
  readonly seed: string;
  /** Keeps a transcript and yields its hash. */
  readonly saveBlob: (text: string) => Promise<string>;
  /** How many candidates of one batch run side by side. At least 1. */
  readonly concurrency: number;
  /** What verdicts depend on besides: the versions of box and drivers. */
  readonly version: string;
  readonly sanitizerCwe: (report: SanitizerReport) => CweId | undefined;
  /** Why a candidate's sanitizers can't be trusted; undefined where they can. */
  readonly tampering: (sample: Sample) => string | undefined;
};

/** Raised when a rule in `dynamic/` changes what a verdict says. */
const rulesVersion = '2';

const speaks: Voice = { counts: true };

/**
 * Runs each candidate in the sandbox against its task's functional cases and exploits. Two verdicts for each sample:
 * `tests` on the functional axis, and `exploits` on the secure axis (left out for a task that names no CWE).
 */
export const dynamicOracle = (options: DynamicOptions): Oracle => new DynamicOracle(options);

class DynamicOracle implements Oracle {
  readonly id = 'dynamic';
  readonly batchSize: number;
  readonly version: string;
  readonly #options: DynamicOptions;
  readonly #drivers: ReadonlyMap<Language, Driver>;
  /** By oracle and language: those that failed their controls. */
  readonly #muted = new Map<string, Voice>();
  readonly #absent: AbsentPackages;
  #available: Promise<Availability> | undefined;

  constructor(options: DynamicOptions) {
    this.#options = options;
    this.#absent = new AbsentPackages(options.sandbox);
    this.#drivers = new Map(options.drivers.map((driver) => [driver.language, driver]));
    this.batchSize = options.concurrency;
    // The seed itself would let a reader of the record foresee the hidden inputs of later runs.
    const seedMark = createHash('sha256').update(`mark of ${options.seed}`).digest('hex').slice(0, 12);
    this.version = `rules ${rulesVersion}; ${options.version}; seed ${seedMark}`;
  }

  async prepare(tasks: readonly Task[]): Promise<readonly OracleFacts[]> {
    const box = await this.#probe();
    const claimed = new Set(tasks.flatMap((task) => task.languages.map((each) => each.language)));
    const wanted = languages.filter((language) => this.#drivers.has(language) && claimed.has(language));
    const results = box.available ? await Promise.all(wanted.map((language) => this.#control(language))) : [];
    return [this.#facts(testsOracle, box, { wanted, results: results.map(({ tests }) => tests) })].concat(
      this.#facts(exploitsOracle, box, { wanted, results: results.map(({ exploits }) => exploits) }),
    );
  }

  examine(batch: readonly Examination[], signal?: AbortSignal): Promise<readonly (readonly Verdict[])[]> {
    return inParallel(batch, this.#options.concurrency, (examination) => this.#judge(examination, signal));
  }

  close(): Promise<void> {
    return this.#options.sandbox.close();
  }

  #probe(): Promise<Availability> {
    this.#available ??= this.#options.sandbox.probe();
    return this.#available;
  }

  async #judge(examination: Examination, signal?: AbortSignal): Promise<readonly Verdict[]> {
    const { sample, task } = examination;
    const driver = this.#drivers.get(sample.language);
    if (driver === undefined || !task.languages.some((each) => each.language === sample.language)) return [];
    try {
      const tests = await this.#options.loadTests(task);
      if (tests === undefined) return [];
      if (sample.kind !== 'code') return withoutCode(sample, task, speaks);
      const box = await this.#probe();
      if (!box.available) return undecided(task, speaks, 'sandbox', `${this.#options.sandbox.id}: ${box.reason}`);
      if (tests.cases.length + tests.exploits.length === 0) return undecided(task, speaks, 'no-tests', 'the task has no executable tests');
      const done = await this.#absent.settle(await run(this.#options, { sample, task, driver, tests, signal }), task, driver);
      if (done.kind === 'absent')
        return undecided(task, speaks, 'missing-dependency', `the task declares ${done.module}, which is not here`);
      return await this.#verdicts(done, examination);
    } catch (error) {
      // Broken tests, an interface that the language can't have, a full disk: never the candidate's fault.
      if (signal?.aborted) throw error;
      return undecided(task, speaks, 'error', messageOf(error));
    }
  }

  async #verdicts(run: CandidateRun, { sample, task }: Examination): Promise<readonly Verdict[]> {
    const { sanitizerCwe, tampering, saveBlob } = this.#options;
    const context = { task, sanitizerCwe, tampering: tampering(sample) };
    const voiceOf = (oracle: string): Voice => this.#muted.get(`${oracle}/${sample.language}`) ?? speaks;
    const tests = functionalVerdict(run, { ...context, voice: voiceOf(testsOracle) });
    const withTests = { ...tests, transcript: await saveBlob(transcriptOf(run, 'case')) };
    if (task.cwes.length === 0) return [withTests];
    const exploits = secureVerdict(run, { ...context, voice: voiceOf(exploitsOracle) });
    return [withTests, { ...exploits, transcript: await saveBlob(transcriptOf(run, 'exploit')) }];
  }

  /** Three programs with a known truth, in the very box that the samples will get. */
  async #control(language: Language): Promise<{ readonly tests: ControlResult; readonly exploits: ControlResult }> {
    const { task, tests, programs } = controls[language];
    const driver = this.#drivers.get(language);
    if (driver === undefined) throw new Error(`no driver for ${language}`);
    const said = async (code: string): Promise<{ readonly functional: Verdict; readonly secure: Verdict }> => {
      const done = await run(this.#options, { sample: { ...controlSample, language, code }, task, driver, tests });
      const context = { task, voice: speaks, sanitizerCwe: this.#options.sanitizerCwe, tampering: undefined };
      return { functional: functionalVerdict(done, context), secure: secureVerdict(done, context) };
    };
    const [good, wrong, harmful] = [await said(programs.good), await said(programs.wrong), await said(programs.harmful)];
    const works = good.functional.status === 'pass' && harmful.functional.status === 'pass';
    return {
      tests: controlResult(language, wrong.functional.status === 'fail', works, good.functional),
      exploits: controlResult(language, harmful.secure.status === 'fail', good.secure.status === 'pass', good.secure),
    };
  }

  #facts(
    id: string,
    box: Availability,
    { wanted, results }: { readonly wanted: readonly Language[]; readonly results: readonly ControlResult[] },
  ): OracleFacts {
    const bad = results.flatMap(({ language, knownBadFound, knownGoodClean }) => (knownBadFound && knownGoodClean ? [] : [language]));
    for (const language of bad) this.#muted.set(`${id}/${language}`, { counts: false, because: `failed its controls in ${language}` });
    const allBad = bad.length > 0 && bad.length === results.length;
    const problem = box.available ? `the control programs got the wrong verdict in ${bad.join(', ')}` : `${box.reason} ${box.remedy}`;
    return {
      id,
      axis: id === testsOracle ? 'functional' : 'secure',
      grade: 'witnessed',
      family: id,
      version: this.version,
      languages: wanted,
      state: !box.available ? 'absent' : allBad ? 'broken' : 'ready',
      ...(box.available && bad.length === 0 ? {} : { problem }),
      controls: results,
    };
  }
}

type CandidateOf = Examination & { readonly driver: Driver; readonly tests: TaskTests; readonly signal?: AbortSignal | undefined };

const run = ({ sandbox, seed }: DynamicOptions, { sample, task, driver, tests, signal }: CandidateOf): Promise<CandidateRun> => {
  const packages = task.languages.find((each) => each.language === sample.language)?.packages ?? [];
  return runCandidate(sandbox, {
    launch: launchOf(driver, { sample, task }, packages),
    language: sample.language,
    limits: task.limits,
    tests,
    nameOf: (name) => driver.functionName(name, task.interface),
    // The code is part of it: equal code gets an equal verdict, and no candidate can learn another one's inputs.
    seed: createHash('sha256')
      .update(JSON.stringify([seed, task.hash, sample.language, sample.code]))
      .digest('hex'),
    signal,
  });
};

const launchOf = (driver: Driver, { sample, task }: Examination, packages: readonly string[]): LaunchRequest => {
  const repository = task.languages.find((each) => each.language === sample.language)?.repository;
  if (repository === undefined) return driver.launch(sample.code, task.interface, packages);
  // A diff is no program: it must never be loaded as one.
  if (driver.launchRepository === undefined) throw new Error(`the ${driver.language} driver can't load a repository of several files`);
  if (sample.files === undefined) throw new Error('the sample of a patch task came without the files that its patch makes');
  return driver.launchRepository({ files: sample.files, entry: repository.entry }, task.interface, packages);
};
