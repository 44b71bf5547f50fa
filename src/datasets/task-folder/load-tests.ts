import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { messageOf, type Task, UserError } from '../../core/index.ts';
import { hintFor } from '../../schemas/named.ts';
import type { TaskTests } from '../testing.ts';

export type LoadTests = (task: Task) => Promise<TaskTests>;

// This file runs as .ts from the sources and as .js from the build; the other one is of the same kind.
const testing = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../testing.ts' : '../testing.js', import.meta.url));

/**
 * A loader of tasks' tests.ts, which runs in this process: a suite's tests are trusted like a program, its candidates are not.
 * A task without a tests.ts has no cases and no exploits. Each file is loaded once.
 * Throws a UserError where the file doesn't load, or does not export what `defineTests` yields.
 */
export const testLoader = (): LoadTests => {
  const jiti = createJiti(import.meta.url, { alias: { 'fathom/testing': testing }, fsCache: false, moduleCache: false });
  const loaded = new Map<string, Promise<TaskTests>>();
  return (task) => {
    const path = task.testsPath;
    if (path === undefined) return Promise.resolve({ cases: [], exploits: [] });
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const tests = importTests(() => jiti.import(path), path).then((value) => checked(value, task, path));
    loaded.set(path, tests);
    return tests;
  };
};

/** Loads one task's tests. Where many tasks are loaded, make one `testLoader`. */
export const loadTests: LoadTests = (task) => testLoader()(task);

const importTests = async (load: () => Promise<unknown>, path: string): Promise<unknown> => {
  try {
    const module = await load();
    return typeof module === 'object' && module !== null && 'tests' in module ? module.tests : undefined;
  } catch (cause) {
    throw new UserError('tests-broken', `${path} can't be loaded: ${messageOf(cause)}`, { cause });
  }
};

const isTests = (value: unknown): value is TaskTests =>
  typeof value === 'object' &&
  value !== null &&
  'cases' in value &&
  'exploits' in value &&
  [value.cases, value.exploits].every(
    (list) =>
      Array.isArray(list) &&
      list.every((each) => typeof each?.id === 'string' && typeof each.run === 'function' && Array.isArray(each.separates)),
  );

const checked = (value: unknown, task: Task, path: string): TaskTests => {
  if (!isTests(value)) {
    throw new UserError('tests-broken', `${path}: expected \`export const tests = defineTests({ cases: […], exploits: […] })\`.`);
  }
  const names = [...new Set(task.witnesses.map((witness) => witness.name))];
  const seen = new Set<string>();
  for (const test of [...value.cases, ...value.exploits]) {
    if (seen.has(test.id))
      throw new UserError('tests-broken', `${path}: the id "${test.id}" is used twice; each case and exploit needs its own.`);
    seen.add(test.id);
    const unknown = test.separates.find((name) => !names.includes(name));
    if (unknown === undefined) continue;
    const meant = hintFor(unknown, names);
    throw new UserError(
      'tests-broken',
      `${path}: "${test.id}" separates "${unknown}", expected one of the witnesses ${names.join(', ')}${meant}`,
    );
  }
  return value;
};
