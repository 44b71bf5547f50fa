import { declaredPackages, type Language, type Task } from '../../core/index.ts';
import type { Driver } from '../../drivers/driver.ts';
import { providedModules } from '../../extraction/imports/undeclared.ts';
import type { Sandbox } from '../../sandboxes/sandbox.ts';
import type { CandidateRun } from './run-candidate.ts';

/** A program that does nothing but import the module. Only of languages whose tasks can declare packages. */
const importing: Readonly<Partial<Record<Language, (module: string) => string>>> = {
  python: (module) => `import ${module}\n`,
  javascript: (module) => `require(${JSON.stringify(module)});\n`,
  typescript: (module) => `import ${JSON.stringify(module)};\n`,
};

/** A C or C++ file that needs nothing. */
const emptyUnit = 'int fathom_probe;\n';

/** A run that ended because this machine lacks a package that the task declares. */
export type Absent = { readonly kind: 'absent'; readonly module: string };

/**
 * Tells packages that a task declares and this machine lacks from what a candidate merely says of itself: the box is asked to load
 * a program that imports the module and nothing else. Each module is asked for once.
 */
export class AbsentPackages {
  readonly #sandbox: Sandbox;
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /**
   * What is to be held of a run. One that misses a declared module is nobody's fault where the module is not there, and the candidate's
   * own where it is: then it failed to be imported for a reason of its own. Throws a SandboxError where the box fails.
   */
  async settle(run: CandidateRun, task: Task, driver: Driver): Promise<CandidateRun | Absent> {
    if (run.kind !== 'not-loaded') return run;
    const declared = declaredPackages(task, driver.language);
    const linked = run.failure.kind === 'compile' && declared.length > 0 && (driver.language === 'c' || driver.language === 'cpp');
    // A library is linked to whatever is compiled: nothing but the library can be missing for a program that is empty.
    if (linked) {
      const libraries = declared.join(', ');
      const absent = await this.#isAbsent(libraries, () => this.#probe(driver, emptyUnit, declared), { task, driver });
      return absent ? { kind: 'absent', module: libraries } : run;
    }
    if (run.failure.kind !== 'missing-dependency') return run;
    const module = [...providedModules(driver.language, declared)].find((each) => isPartOf(run.failure.module ?? '', each));
    const write = importing[driver.language];
    if (module === undefined || write === undefined) return run;
    if (await this.#isAbsent(module, () => this.#probe(driver, write(module), declared), { task, driver }))
      return { kind: 'absent', module };
    return { ...run, failure: { ...run.failure, kind: 'import' } };
  }

  #probe(driver: Driver, code: string, declared: readonly string[]): ReturnType<Driver['launch']> {
    return driver.launch(code, { kind: 'function', functions: [] }, declared);
  }

  async #isAbsent(
    module: string,
    launch: () => ReturnType<Driver['launch']>,
    { task, driver }: { readonly task: Task; readonly driver: Driver },
  ): Promise<boolean> {
    const key = `${driver.language}/${module}`;
    const asked = this.#known.get(key) ?? this.#loads(launch(), task);
    this.#known.set(key, asked);
    try {
      return !(await asked);
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }

  async #loads(launch: ReturnType<Driver['launch']>, { limits }: Task): Promise<boolean> {
    const session = await this.#sandbox.open({ launch, limits, files: [], environment: {} });
    try {
      return session.loaded.loaded;
    } finally {
      await session.close();
    }
  }
}

/** `name`, `name/part` and `name.part` are parts of `name`. */
const isPartOf = (module: string, provided: string): boolean =>
  module === provided || module.startsWith(`${provided}/`) || module.startsWith(`${provided}.`);
