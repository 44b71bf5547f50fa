import { declaredPackages, type Language, type Limits, type Task } from '../../core/index.ts';
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

  /** The declared module for whose absence the candidate did not load, or undefined. Throws a SandboxError where the box fails. */
  async behind(run: CandidateRun, task: Task, driver: Driver): Promise<string | undefined> {
    if (run.kind !== 'not-loaded' || run.failure.kind !== 'missing-dependency') return undefined;
    const { language } = driver;
    const module = run.failure.module?.split(language === 'python' ? '.' : '/', language === 'python' ? 1 : 2).join('/');
    const declared = declaredPackages(task, language);
    const write = importing[language];
    const name = module === undefined ? undefined : [...providedModules(language, declared)].find((each) => nameMatches(each, module));
    if (name === undefined || write === undefined) return undefined;
    const key = `${language}/${name}`;
    const known = this.#known.get(key) ?? this.#isAbsent(driver.launch(write(name), { kind: 'function', functions: [] }, declared), task.limits);
    this.#known.set(key, known);
    return (await known) ? name : undefined;
  }

  async #isAbsent(launch: ReturnType<Driver['launch']>, limits: Limits): Promise<boolean> {
    const session = await this.#sandbox.open({ launch, limits, files: [], environment: {} });
    try {
      return !session.loaded.loaded;
    } finally {
      await session.close();
    }
  }
}

/** `@scope/name/part` is a part of `@scope/name`, `name/part` of `name`. */
const nameMatches = (provided: string, module: string): boolean => module === provided || module.startsWith(`${provided}/`);
