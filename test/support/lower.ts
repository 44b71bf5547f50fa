/** Texts to programs, for tests of front ends. */
import type { Language } from '../../src/core/index.ts';
import { createFrontEnd } from '../../src/taint/front-ends/index.ts';
import type { Program } from '../../src/taint/syntax/ir.ts';
import { loadTrees } from '../../src/taint/trees.ts';
import { printProgram } from './print-ir.ts';

export type LowerText = (source: string) => Program;

/** A function from text to program; every tree is freed. */
export const lowererOf = async (language: Language): Promise<LowerText> => {
  const trees = await loadTrees([language]);
  const frontEnd = createFrontEnd(language);
  return (source) => {
    const tree = trees.parse(language, source);
    try {
      return frontEnd.lower(tree.root, source);
    } finally {
      tree.delete();
    }
  };
};

export type PrintText = (source: string) => string;

/** What is printed ends with how many errors there were, where there were any. */
export const printerOf = async (language: Language): Promise<PrintText> => {
  const lower = await lowererOf(language);
  return (source) => {
    const program = lower(source);
    const errors = program.errors.length === 0 ? '' : `\n!${program.errors.length}`;
    return printProgram(program) + errors;
  };
};

export type Case = readonly [title: string, source: string, expected: string];
