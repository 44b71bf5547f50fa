import type { Language } from '../../core/index.ts';
import { foreignHeaders, isHeaderOf, npmImports } from './other-imports.ts';
import { pythonImports } from './python-imports.ts';
import { pythonModules, pythonPackages } from './python-modules.ts';

/** The modules that a task provides by declaring packages: what they are imported as, and what comes with them. */
export const providedModules = (language: Language, declared: readonly string[]): ReadonlySet<string> => {
  if (language !== 'python') return new Set(declared);
  return new Set(
    declared.flatMap((name) => {
      const key = name.toLowerCase();
      return [name, key, key.replaceAll('-', '_'), ...(pythonPackages[key] ?? [])];
    }),
  );
};

export type Undeclared = {
  /** Imported whenever the file is loaded: without them the file can't be loaded. */
  readonly always: readonly string[];
  /** Imported somewhere: in a function, under a condition, or with a way out. */
  readonly perhaps: readonly string[];
};

const ownNames = new Set(['candidate', '__main__']);

/**
 * Modules that a file imports, and that are neither of the language's standard library nor provided by the declared packages.
 * Only Python has `always`: in the other languages the box itself holds nothing but what is declared, so that loading tells.
 */
export const undeclaredImports = (language: Language, code: string, declared: readonly string[]): Undeclared => {
  const provided = providedModules(language, declared);
  const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => !provided.has(name)))];
  switch (language) {
    case 'python': {
      const foreign = pythonImports(code).filter(
        ({ module }) => !(pythonModules.has(module) || module.startsWith('_') || ownNames.has(module)),
      );
      const of = (always: boolean): readonly string[] => distinct(foreign.flatMap((each) => (each.always === always ? [each.module] : [])));
      return { always: of(true), perhaps: of(false) };
    }
    case 'javascript':
    case 'typescript':
      return { always: [], perhaps: distinct(npmImports(code)) };
    case 'c':
    case 'cpp':
      return { always: [], perhaps: foreignHeaders(code).filter((header) => !declared.some((library) => isHeaderOf(header, library))) };
    default:
      return { always: [], perhaps: [] };
  }
};
