import { createRequire } from 'node:module';
import type ts from 'typescript';

const require = createRequire(import.meta.url);

/** The compiler is large: it is loaded when the first tests are read for their demands, not when Fathom starts. */
let loaded: typeof ts | undefined;
export const compiler = (): typeof ts => {
  loaded ??= require('typescript');
  if (loaded === undefined) throw new Error("The package 'typescript' has no exports.");
  return loaded;
};
