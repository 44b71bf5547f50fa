import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import type { FunctionNode } from '../../../src/taint/syntax/ir.ts';
import { type LowerText, lowererOf } from '../../support/lower.ts';
import { witnessFiles } from '../../support/witnesses.ts';

const lowerers = new Map<Language, LowerText>();

beforeAll(async () => {
  for (const language of languages) lowerers.set(language, await lowererOf(language));
});

/** Parts of nodes that no front end understood, with where they stand. */
const others = (value: unknown, found: string[] = []): readonly string[] => {
  if (typeof value !== 'object' || value === null) return found;
  if ('kind' in value && (value.kind === 'other' || value.kind === 'other-statement') && 'syntax' in value)
    found.push(String(value.syntax));
  for (const inner of Object.values(value)) others(inner, found);
  return found;
};

/** Witnesses with something that is not understood, and why that is right. */
const exceptions: Readonly<Record<string, string>> = {};

const isFunction = (value: object): value is FunctionNode => 'parameters' in value && 'body' in value && 'decorators' in value;

const functions = (value: unknown, found: FunctionNode[] = []): readonly FunctionNode[] => {
  if (typeof value !== 'object' || value === null) return found;
  if (isFunction(value)) found.push(value);
  for (const inner of Object.values(value)) functions(inner, found);
  return found;
};

/** Functions of a text cut at `cut` whose bodies had begun, and how many of them are not there with all their parameters. */
const lostFunctions = (lower: LowerText, source: string, cut: number): { readonly begun: number; readonly lost: number } => {
  const found = new Map(functions(lower(source.slice(0, cut)).body).map((each) => [each.span.start, each.parameters.length]));
  const begun = functions(lower(source).body).filter(({ body }) => (body[0]?.span.start ?? source.length) <= cut);
  return { begun: begun.length, lost: begun.filter(({ span, parameters }) => found.get(span.start) !== parameters.length).length };
};

describe('a witness cut short keeps the functions that it is inside of', () => {
  it.each(languages)('%s, but for one in a hundred', (language) => {
    const lower = lowerers.get(language);
    if (lower === undefined) throw new Error(`no front end for ${language}`);
    const files = witnessFiles().filter((file) => file.language === language);
    const counts = files
      .slice(0, 60)
      .flatMap(({ source }) => [0.4, 0.63, 0.87].map((at) => lostFunctions(lower, source, Math.floor(at * source.length))));
    const begun = counts.reduce((sum, each) => sum + each.begun, 0);
    expect(begun).toBeGreaterThan(100);
    expect(counts.reduce((sum, each) => sum + each.lost, 0) / begun).toBeLessThan(0.01);
  });
});

describe('every witness is understood in full', () => {
  it.each(languages)('%s', (language) => {
    const lower = lowerers.get(language);
    const failures = witnessFiles()
      .filter((file) => file.language === language && exceptions[file.path] === undefined)
      .map(({ path, source }) => {
        const program = lower?.(source);
        const errors = program?.errors.map(({ line, column }) => `${line}:${column}`) ?? ['no front end'];
        return { path, errors, others: others(program?.body) };
      })
      .filter(({ errors, others: unknown }) => errors.length > 0 || unknown.length > 0)
      .map(({ path, errors, others: unknown }) => `${path}: errors ${errors.join(' ')}; ${unknown.join(' ')}`);
    expect(failures).toEqual([]);
  });
});
